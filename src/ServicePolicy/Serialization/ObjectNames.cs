using System.Text;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>The names of a small object, each of which stands there at most once.</summary>
/// <param name="what">What the object is, for messages.</param>
/// <param name="names">Its names.</param>
internal sealed class ObjectNames(string what, params string[] names)
{
    private readonly byte[][] utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Goes to the value behind the next name.</summary>
    /// <param name="reader">Where the object is read.</param>
    /// <param name="seen">The names that stood there already, a bit each.</param>
    /// <returns>Which name it was; -1 at the end of the object.</returns>
    public int Next(ref Utf8JsonReader reader, ref int seen)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            return -1;
        }

        for (int i = 0; i < utf8.Length; i++)
        {
            if (reader.TextIs(utf8[i]))
            {
                if ((seen & 1 << i) != 0)
                {
                    throw Refused.Value(ref reader, "wanted twice: leave one out");
                }

                seen |= 1 << i;
                reader.Read();
                return i;
            }
        }

        throw Refused.Value(ref reader, $"a property of {what}: there are {string.Join(", ", names)}");
    }
}
