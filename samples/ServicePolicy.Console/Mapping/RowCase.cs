using System.Buffers;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;
using ServicePolicy.Samples.Tables;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A case that rows make. The rows become JSON first, so that there is one reader of facts.</summary>
internal sealed class RowCase(TableMapping mapping, IReadOnlyList<CsvRow> rows) : ICaseOrigin
{
    private readonly List<Part> parts = [];
    private Dictionary<FactKey, Part>? byKey;

    /// <summary>The case, or what is wrong with it.</summary>
    public Reading Read()
    {
        try
        {
            CheckAgreement();
            Collect();
            return new Reading(Make(null), null, rows[0].Place, this);
        }
        catch (RowException wrong)
        {
            return new Reading(null, wrong.Message, wrong.Place);
        }
    }

    public Message Locate(FactProblem problem)
    {
        Part? part = PartOf(problem.Fact);
        string message = rows[0].Hides ? $"{problem.Fact.Type}, {problem.Property}: it cannot be so; more is not shown, since the row has a secret." : problem.ToString();
        return new Message(part is { } found ? found.PlaceOf(found.Mapping.BindingOf(problem.Property)) : rows[0].Place, message);
    }

    public (PolicyCase Case, string Note)? Mend(IReadOnlyList<FactProblem> problems)
    {
        if (mapping.Skew == Duration.Zero)
        {
            return null;
        }

        Dictionary<Part, Dictionary<string, Instant>> instead = [];
        List<string> notes = [];
        foreach (FactProblem problem in problems)
        {
            if (PartOf(problem.Fact) is not { } part || part.Mapping.BindingOf(problem.Property)?.Property is not { } property
                || Written(part, property.Name) is not { } at || part.OpenedAt - at is var early && (early <= Duration.Zero || early > mapping.Skew))
            {
                return null;
            }

            if (!instead.TryGetValue(part, out Dictionary<string, Instant>? properties))
            {
                instead.Add(part, properties = []);
            }

            properties[property.Name] = part.OpenedAt;
            string shown = rows[0].Hides ? string.Empty : $" {(decimal)early.ToInt128Nanoseconds() / NodaConstants.NanosecondsPerSecond:0.#########} s";
            notes.Add(FormattableString.Invariant($"{property.Name} is{shown} before the {part.Mapping.Fact} came to be, and taken as then: the mapping allows a skew"));
        }

        try
        {
            return (Make(instead), $"{string.Join("; ", notes.Distinct())}.");
        }
        catch (RowException)
        {
            return null;
        }
    }

    /// <summary>The rows of a case have one root, so they agree in what it is made of.</summary>
    private void CheckAgreement()
    {
        foreach (CsvRow row in rows.Skip(1))
        {
            foreach (Column column in mapping.Columns.All.Take(mapping.Common))
            {
                if (row[column] != rows[0][column])
                {
                    string group = RowKey.Show(rows[0], mapping.Grouping!.Columns);
                    throw new RowException(row.PlaceOf(column), $"{column.Name}: {row.Quote(row[column])} differs from {rows[0].Quote(rows[0][column])} on line {rows[0].Place.Line}, though both rows are of the case {group}. The {mapping.Root.Fact} of a case is one.");
                }
            }
        }
    }

    private void Collect()
    {
        parts.Add(new Part(mapping.Root, rows[0]));
        foreach (FactMapping fact in mapping.Facts)
        {
            foreach (CsvRow row in fact.File is { } file ? file.RowsOf(rows[0]) : rows)
            {
                if (fact.When?.Holds(row) != false)
                {
                    parts.Add(new Part(fact, row));
                }
            }
        }
    }

    private PolicyCase Make(IReadOnlyDictionary<Part, Dictionary<string, Instant>>? instead)
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            Write(writer, instead);
        }

        try
        {
            PolicyCase made = PolicyJson.ReadCase(json.WrittenSpan);
            for (int i = 0; i < parts.Count; i++)
            {
                parts[i].Fact = made.Facts[i];
            }

            return made;
        }
        catch (FactFormatException wrong)
        {
            throw Refuse(wrong);
        }
    }

    private void Write(Utf8JsonWriter writer, IReadOnlyDictionary<Part, Dictionary<string, Instant>>? instead)
    {
        bool several = parts.Count > 1;
        if (several)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("root"u8);
        }

        for (int i = 0; i < parts.Count; i++)
        {
            Part part = parts[i];
            if (i == 1)
            {
                writer.WriteStartArray("facts"u8);
            }

            try
            {
                part.Mapping.Write(writer, part.Row, instead?.GetValueOrDefault(part));
            }
            catch (CellException wrong)
            {
                throw new RowException(part.Row.PlaceOf(wrong.Column), $"{wrong.Column.Name}: {wrong.Message}");
            }
        }

        if (several)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    /// <summary>All mistakes, each with its column, at the cell of the first.</summary>
    private RowException Refuse(FactFormatException wrong)
    {
        Place? first = null;
        List<string> messages = [];
        foreach (FactMistake mistake in wrong.Mistakes)
        {
            (Part part, string property) = PartAt(mistake.Path);
            PropertyBinding? binding = part.Mapping.BindingOf(property);
            first ??= part.PlaceOf(binding);
            string message = part.Row.Hides ? $"{property}: its value is none that the property takes; it is not shown, since the row has a secret." : mistake.Message;
            messages.Add(binding?.Column is { } column ? $"{column.Name}: {message}" : message);
        }

        return new RowException(first!.Value, string.Join(" | ", messages));
    }

    /// <summary>The fact and the property that a path in JSON names.</summary>
    private (Part Part, string Property) PartAt(string path)
    {
        string[] steps = path.Split('.');
        bool isOther = steps[0].StartsWith("facts[", StringComparison.Ordinal);
        int index = isOther && int.TryParse(steps[0]["facts[".Length..].TrimEnd(']'), out int other) ? other + 1 : 0;
        string property = (isOther || steps[0] == "root" ? steps.ElementAtOrDefault(1) : steps[0])?.Split('[')[0] ?? string.Empty;
        return (parts[Math.Min(index, parts.Count - 1)], property);
    }

    private Part? PartOf(FactKey key)
    {
        byKey ??= parts.Where(part => part.Fact is not null).DistinctBy(part => FactKey.Of(part.Fact!)).ToDictionary(part => FactKey.Of(part.Fact!));
        return byKey.GetValueOrDefault(key);
    }

    /// <summary>The instant that a row gives for a property.</summary>
    private static Instant? Written(Part part, string property)
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            part.Mapping.Write(writer, part.Row, null);
        }

        Utf8JsonReader reader = new(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader).TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String && IsoInstant.TryParse(value.GetString()!, out Instant at) ? at : null;
    }

    private sealed class Part(FactMapping mapping, CsvRow row)
    {
        public FactMapping Mapping => mapping;

        public CsvRow Row => row;

        public IFact? Fact { get; set; }

        public Instant OpenedAt => Fact!.OpenedAt;

        public Place PlaceOf(PropertyBinding? binding) => binding?.Column is { } column ? row.PlaceOf(column) : row.Place;
    }
}
