using System.Runtime.CompilerServices;

namespace ServicePolicy;

/// <summary>Three-valued questions for the conditions of rules.</summary>
public static class YesNoExtensions
{
    /// <summary>Whether a value is the one asked for; unknown where it is the first member of its enum, which is <c>Unknown</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static YesNo Is<TEnum>(this TEnum value, TEnum wanted)
        where TEnum : struct, Enum =>
        Same(value, default) ? YesNo.Unknown
        : Same(value, wanted) ? YesNo.Yes
        : YesNo.No;

    /// <summary>Whether a text is the one asked for; unknown where there is none.</summary>
    public static YesNo Is(this string? value, string wanted) => value is null ? YesNo.Unknown : string.Equals(value, wanted, StringComparison.Ordinal).ToYesNo();

    /// <summary>Whether a reference is the one asked for; unknown where nobody knows it.</summary>
    public static YesNo Is(this Reference reference, string wanted) => reference.IsUnknown ? YesNo.Unknown : string.Equals(reference.Value, wanted, StringComparison.Ordinal).ToYesNo();

    /// <summary>Whether two values are the same; unknown where either is.</summary>
    public static YesNo IsSameAs<TEnum>(this TEnum value, TEnum other)
        where TEnum : struct, Enum => other.IsUnknown() ? YesNo.Unknown : value.Is(other);

    /// <summary>Whether two texts are the same; unknown where there is none of either.</summary>
    public static YesNo IsSameAs(this string? text, string? other) => other is null ? YesNo.Unknown : text.Is(other);

    /// <summary>Whether a value is the first member of its enum, which is <c>Unknown</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUnknown<TEnum>(this TEnum value)
        where TEnum : struct, Enum => Same(value, default);

    /// <summary>Whether a value is one of those asked for; unknown where it is the first member of its enum, which is <c>Unknown</c>.</summary>
    public static YesNo IsAnyOf<TEnum>(this TEnum value, params ReadOnlySpan<TEnum> wanted)
        where TEnum : struct, Enum
    {
        if (Same(value, default))
        {
            return YesNo.Unknown;
        }

        foreach (TEnum one in wanted)
        {
            if (Same(value, one))
            {
                return YesNo.Yes;
            }
        }

        return YesNo.No;
    }

    /// <summary>The answer that a question which can be told has.</summary>
    public static YesNo ToYesNo(this bool answer) => answer ? YesNo.Yes : YesNo.No;

    /// <summary>The answer of a question that may not be told; unknown where there is none.</summary>
    public static YesNo ToYesNo(this bool? answer) => answer is { } known ? known.ToYesNo() : YesNo.Unknown;

    /// <summary>Whether a count is <paramref name="least"/> or more; unknown where nobody counted.</summary>
    public static YesNo IsAtLeast(this int? count, int least) => count is { } counted ? (counted >= least).ToYesNo() : YesNo.Unknown;

    /// <summary>One answer where a question is answered with yes, another where with no, and what both are where it is unknown.</summary>
    public static YesNo Choose(this YesNo question, YesNo yes, YesNo no) => question switch
    {
        YesNo.Yes => yes,
        YesNo.No => no,
        _ => yes == no ? yes : YesNo.Unknown,
    };

    /// <summary>The opposite answer; the opposite of unknown is unknown.</summary>
    public static YesNo Not(this YesNo answer) => answer switch
    {
        YesNo.Yes => YesNo.No,
        YesNo.No => YesNo.Yes,
        _ => YesNo.Unknown,
    };

    // As EqualityComparer would, whose types for each enum would first have to be loaded and compiled.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Same<TEnum>(TEnum left, TEnum right)
        where TEnum : struct, Enum => Unsafe.SizeOf<TEnum>() switch
        {
            1 => Unsafe.BitCast<TEnum, byte>(left) == Unsafe.BitCast<TEnum, byte>(right),
            4 => Unsafe.BitCast<TEnum, int>(left) == Unsafe.BitCast<TEnum, int>(right),
            _ => EqualityComparer<TEnum>.Default.Equals(left, right),
        };

    /// <summary>No if either is no, yes if both are yes, and otherwise unknown.</summary>
    public static YesNo And(this YesNo left, YesNo right) =>
        left == YesNo.No || right == YesNo.No ? YesNo.No
        : left == YesNo.Yes && right == YesNo.Yes ? YesNo.Yes
        : YesNo.Unknown;

    /// <summary>Yes if either is yes, no if both are no, and otherwise unknown.</summary>
    public static YesNo Or(this YesNo left, YesNo right) => left.Not().And(right.Not()).Not();
}
