using System.Runtime.CompilerServices;
using System.Text;

namespace ServicePolicy.Serialization;

/// <summary>The members of an enum by their names in camelCase.</summary>
internal static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Member[] Members = [.. Enum.GetValues<TEnum>().Distinct().Select(value => new Member(value, CamelCase.Of(value.ToString())))];

    /// <summary>All names, in the order of the values.</summary>
    public static IEnumerable<string> All => Members.Select(member => member.Name);

    /// <summary>The name of a value in UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8(TEnum value) => Members[PlaceOf(value)].Utf8;

    public static bool TryParse(ReadOnlySpan<byte> utf8, out TEnum value)
    {
        foreach (Member member in Members)
        {
            if (utf8.SequenceEqual(member.Utf8))
            {
                value = member.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Where a value stands in <see cref="All"/>.</summary>
    public static int PlaceOf(TEnum value)
    {
        // Most enums count from 0, so that a value is its own place.
        int place = Unsafe.SizeOf<TEnum>() == 1 ? Unsafe.As<TEnum, byte>(ref value) : 0;
        return place < Members.Length && EqualityComparer<TEnum>.Default.Equals(Members[place].Value, value) ? place : Search(value);
    }

    private static int Search(TEnum value)
    {
        int place = Array.FindIndex(Members, member => EqualityComparer<TEnum>.Default.Equals(member.Value, value));
        return place >= 0 ? place : throw new ArgumentOutOfRangeException(nameof(value), value, $"There is no such {typeof(TEnum).Name}. There are: {string.Join(", ", All)}.");
    }

    private sealed class Member(TEnum value, string name)
    {
        public TEnum Value { get; } = value;

        public string Name { get; } = name;

        public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);
    }
}
