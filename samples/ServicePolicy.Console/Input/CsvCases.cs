using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Input;

/// <summary>Makes a case of each row of a CSV file. A row becomes JSON first, so that there is one reader of facts.</summary>
internal sealed class CsvCases(CsvMapping mapping)
{
    /// <summary>What is longer is an unclosed quotation mark, not a cell.</summary>
    private const int LongestCell = 1 << 20;

    private readonly ArrayBufferWriter<byte> json = new();
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    public IEnumerable<Reading> Read(Stream stream)
    {
        bool bad = false;
        using StreamReader text = new(stream, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        using CsvParser rows = new(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = mapping.Delimiter, BadDataFound = _ => bad = true, MaxFieldSize = LongestCell });
        bool? next = Next(rows, out string? broken);
        if (next != true)
        {
            yield return new Reading(null, broken ?? "The file is empty. Give a line of column names, and a row for each case.", 1, 1);
            yield break;
        }

        string[] header = [.. rows.Record!.Select(name => name.Trim())];
        for (int i = 0; i < header.Length; i++)
        {
            positions.TryAdd(header[i], i);
        }

        string[] missing = [.. mapping.Columns.Where(column => !positions.ContainsKey(column)).Distinct()];
        if (missing.Length > 0)
        {
            yield return new Reading(null, $"There is no column '{string.Join("', '", missing)}', which the mapping names. The columns are: {string.Join(", ", header)}.", 1, 1);
            yield break;
        }

        int line = rows.RawRow;
        bad = false;
        while ((next = Next(rows, out broken)) == true)
        {
            yield return Row(rows, header.Length, bad);
            line = rows.RawRow;
            bad = false;
        }

        if (next is null)
        {
            yield return new Reading(null, broken, line + 1, 1);
        }
    }

    private static bool? Next(CsvParser rows, out string? broken)
    {
        broken = null;
        try
        {
            return rows.Read();
        }
        catch (Exception unreadable) when (unreadable is CsvHelperException or DecoderFallbackException)
        {
            broken = $"The rest cannot be read as CSV: a quotation mark is not closed, or a cell is longer than {LongestCell} characters.";
            return null;
        }
    }

    private Reading Row(CsvParser rows, int width, bool bad)
    {
        string raw = rows.RawRecord.TrimEnd('\r', '\n');
        int line = rows.RawRow - raw.Count('\n');
        string[] cells = rows.Record!;
        if (bad || cells.Length != width)
        {
            string what = bad ? "a quotation mark stands inside a cell that is not quoted" : $"it has {cells.Length} cells, not {width}";
            return new Reading(null, $"The row cannot be read: {what}.", line, 1);
        }

        try
        {
            json.ResetWrittenCount();
            using (Utf8JsonWriter writer = new(json))
            {
                writer.WriteStartObject();
                writer.WriteString("type", mapping.Fact);
                foreach (PropertyBinding binding in mapping.Bindings)
                {
                    if (!binding.IsAbsent)
                    {
                        binding.Write(writer, column => cells[positions[column]], mapping);
                    }
                }

                writer.WriteEndObject();
            }

            return new Reading(PolicyJson.ReadCase(json.WrittenSpan), null, line, 1);
        }
        catch (CellException wrong)
        {
            return At(wrong.Column, wrong.Message);
        }
        catch (FactFormatException wrong)
        {
            string property = wrong.Path.Split('.', '[')[0];
            return At(mapping.Bindings.FirstOrDefault(binding => binding.Property == property) is { Columns: [string first, ..] } ? first : null, wrong.Message);
        }

        Reading At(string? column, string message)
        {
            (int down, int across) = column is null ? (0, 1) : Cell(raw, positions[column]);
            return new Reading(null, column is null ? message : $"{column}: {message}", line + down, across);
        }
    }

    /// <summary>Where a cell begins in the text of its row: lines down, and column from 1.</summary>
    private (int Down, int Across) Cell(string raw, int position)
    {
        bool quoted = false;
        int down = 0, lineStart = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            if (position == 0)
            {
                return (down, i - lineStart + 1);
            }

            if (raw[i] == '"')
            {
                quoted = !quoted;
            }
            else if (raw[i] == '\n')
            {
                down++;
                lineStart = i + 1;
            }
            else if (!quoted && string.CompareOrdinal(raw, i, mapping.Delimiter, 0, mapping.Delimiter.Length) == 0)
            {
                position--;
                i += mapping.Delimiter.Length - 1;
            }
        }

        return (down, raw.Length - lineStart + 1);
    }
}
