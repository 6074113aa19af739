using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Reads how the rows of a table become facts of a type.</summary>
internal sealed class FactReading(TableColumns columns, RowTimes times)
{
    public static string TypeOf(JsonSpot spot) => spot.OneOf([.. FactTypes.Default.Names]);

    public FactMapping Read(JsonSpot fact, JsonSpot properties, JsonSpot? when, JoinedFile? file)
    {
        string type = TypeOf(fact);
        Dictionary<string, FactProperty> known = FactTypes.Default.PropertiesOf(type).ToDictionary(property => property.Name);
        Dictionary<string, PropertyBinding> bindings = [];
        List<(SinceForm Form, JsonSpot Spot, string Name)> since = [];
        foreach ((string name, JsonSpot spot) in properties.Members([.. known.Keys]))
        {
            BindingReading reading = new(known[name], spot, columns, times);
            bindings.Add(name, reading.Read());
            if (reading.Since is { } form)
            {
                since.Add((form, spot, name));
            }
        }

        foreach (FactProperty property in known.Values.Where(property => !bindings.ContainsKey(property.Name)))
        {
            if (property.IsRequired && PropertyKinds.UnknownOf(property) is null)
            {
                throw properties.Error($"'{property.Name}' is missing: every {type} has it.");
            }

            bindings.Add(property.Name, FixedBinding.Unprovided(property));
        }

        foreach ((SinceForm form, JsonSpot spot, string name) in since)
        {
            form.Other = bindings.GetValueOrDefault(form.OtherName) ?? throw spot.Error($"'{form.OtherName}', since which it counts, is no property of {type}.");
        }

        CheckCircles(since.ToDictionary(item => item.Name, item => (item.Form.OtherName, item.Spot)));
        return new FactMapping(type, [.. bindings.Values], when is null ? null : RowCondition.Read(when, columns), file);
    }

    private static void CheckCircles(Dictionary<string, (string Other, JsonSpot Spot)> since)
    {
        foreach ((string name, (string other, JsonSpot spot)) in since)
        {
            if (other == name)
            {
                throw spot.Error("it counts since itself.");
            }

            string next = other;
            for (int steps = 0; since.TryGetValue(next, out (string Other, JsonSpot Spot) further); steps++)
            {
                next = further.Other;
                if (next == name || steps > since.Count)
                {
                    throw spot.Error($"it counts since '{other}', and that in the end since '{name}'. One of them has to have an instant.");
                }
            }
        }
    }
}
