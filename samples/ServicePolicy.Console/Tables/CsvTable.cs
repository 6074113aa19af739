using CsvHelper;
using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Tables;

/// <summary>Reads a table of CSV, row by row. A row that is no CSV is an item of its own, and swallows none of the rows after it.</summary>
internal sealed class CsvTable(string file, TableForm form, TableColumns columns)
{
    /// <summary>What is longer is an unclosed quotation mark, not a row.</summary>
    private const int LongestRow = 1 << 20;

    /// <summary>Says to the reader that it is UTF-8, whatever the bytes of a broken row look like.</summary>
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private int[] positions = [];
    private int width;

    /// <summary>Where reading goes on, and how many lines came before.</summary>
    private (long Offset, int Lines) begin;

    public string File { get; } = file;

    public TableForm Form { get; } = form;

    /// <summary>Which cell of a row is in a column, from 0.</summary>
    public int PositionOf(Column column) => positions[column.Slot];

    /// <summary>The rows below the header, each once.</summary>
    public IEnumerable<TableItem> Read(Stream content)
    {
        RewindableStream bytes = new(Encodings.ToUtf8(content, Form.Encoding));
        bool header = true;
        for (bool ended = false; !ended;)
        {
            // Of a reader, as long as every row is one.
            CsvMalformedReason? reason = null;
            (long Offset, int Lines) passed = begin;
            using JoinedStream marked = new(new MemoryStream(Mark), bytes);
            using CsvReader rows = CsvReader.Create(marked, Options(malformed => reason ??= malformed.Reason), leaveOpen: true);
            while (TryRead(rows, out ended))
            {
                int line = begin.Lines + (int)rows.LineNumber, breaks = LineBreaks(rows.RawRecord);
                long start = begin.Offset + rows.ByteOffset - Mark.Length;
                if (reason is not null && breaks > 0)
                {
                    // A quotation mark may have taken in rows that have nothing to do with it.
                    passed = (start, line - 1);
                    break;
                }

                passed = (start + rows.RawRecord.Length, line - 1 + breaks);
                if (!header)
                {
                    yield return Item(rows, line, line + breaks, reason);
                }
                else if (ReadHeader(rows, reason) is { } wrong)
                {
                    yield return new TableItem(null, wrong, new Place(File, line, 1));
                    yield break;
                }

                header = false;
                reason = null;
                bytes.Forget(passed.Offset);
            }

            if (!ended)
            {
                bytes.Rewind(passed.Offset);
                (int blank, long next) = bytes.SkipLine();
                int line = passed.Lines + blank + 1;
                begin = (next, line);
                string what = reason is null ? $"it is longer than {LongestRow >> 20} MiB" : Words(reason.Value);
                yield return new TableItem(null, $"The {(header ? "header" : "row")} cannot be read: {what}.", new Place(File, line, 1));
                ended = header;
                header = false;
            }
        }

        if (header)
        {
            yield return new TableItem(null, "The file is empty. Give a line of column names, and a row for each case.", new Place(File, 1, 1));
        }
    }

    /// <summary>Moves to the next row; none is left, or none that is short enough.</summary>
    private static bool TryRead(CsvReader rows, out bool ended)
    {
        ended = false;
        try
        {
            bool more = rows.Read();
            ended = !more;
            return more;
        }
        catch (CsvFormatException)
        {
            return false;
        }
    }

    private static string Words(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "a quotation mark stands inside a cell that is not quoted",
        CsvMalformedReason.TextAfterClosingQuote => "a quotation mark is not closed, or text follows the closing one",
        _ => "a quotation mark is not closed",
    };

    private static int LineBreaks(ReadOnlySpan<byte> text)
    {
        int breaks = 0;
        for (int at; (at = text.IndexOfAny((byte)'\n', (byte)'\r')) >= 0; breaks++)
        {
            text = text[(at + (text[at..].StartsWith("\r\n"u8) ? 2 : 1))..];
        }

        return breaks;
    }

    private CsvReaderOptions Options(Action<CsvMalformedRecord> malformed) => new()
    {
        HasHeader = false,
        Separator = Form.Delimiter,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRow,
        OnMalformedRecord = malformed,
    };

    /// <summary>Finds the columns that are looked at; says what is wrong, if they are not there.</summary>
    private string? ReadHeader(CsvReader rows, CsvMalformedReason? reason)
    {
        if (reason is not null || !Encodings.IsWhole(rows.RawRecord))
        {
            return $"The header cannot be read: {(reason is { } what ? Words(what) : NoText())}.";
        }

        width = rows.FieldCount;
        string[] names = [.. Enumerable.Range(0, width).Select(i => rows.GetString(i).Trim())];
        string[] missing = [.. columns.All.Select(column => column.Name).Where(name => !names.Contains(name))];
        if (missing.Length > 0)
        {
            string there = Form.HidesValues ? "The first line has others; it is not shown, since the table has secrets." : $"The columns are: {JsonSpot.Bound(string.Join(", ", names), 1000)}.";
            return $"There is no column '{string.Join("', '", missing)}', which the mapping names. {there}";
        }

        string? twice = columns.All.Select(column => column.Name).FirstOrDefault(name => names.Count(other => other == name) > 1);
        positions = [.. columns.All.Select(column => Array.IndexOf(names, column.Name))];
        return twice is null ? null : $"The column '{twice}', which the mapping names, stands there twice. Rename one of the two.";
    }

    private TableItem Item(CsvReader rows, int line, int lastLine, CsvMalformedReason? reason)
    {
        string? what = reason is { } malformed ? Words(malformed)
            : !Encodings.IsWhole(rows.RawRecord) ? NoText()
            : rows.FieldCount != width ? $"it has {rows.FieldCount} cell{(rows.FieldCount == 1 ? string.Empty : "s")}, not {width}"
            : null;
        if (what is not null)
        {
            string lines = lastLine > line ? $" It reaches to line {lastLine}." : string.Empty;
            return new TableItem(null, $"The row cannot be read: {what}.{lines}", new Place(File, line, 1));
        }

        string[] cells = new string[positions.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = rows.GetString(positions[i]).Trim();
        }

        return new TableItem(new CsvRow(this, line, cells, rows.RawRecord.ToArray()), null, new Place(File, line, 1));
    }

    private string NoText() => $"it has bytes that are no {Form.Encoding?.WebName ?? "UTF-8"}. Name the 'encoding' in the mapping";
}
