namespace ServicePolicy;

/// <summary>A reference into another system, such as a ticket number: none (the default), known, or not known whether there is one.</summary>
public readonly record struct Reference
{
    private Reference(string? value, bool isUnknown)
    {
        Value = value;
        IsUnknown = isUnknown;
    }

    /// <summary>There is no reference.</summary>
    public static Reference None => default;

    /// <summary>It is not known whether there is a reference.</summary>
    public static Reference Unknown => new(null, true);

    /// <summary>The reference itself.</summary>
    /// <value><see langword="null"/> where there is none, or nobody knows.</value>
    public string? Value { get; }

    /// <summary>Whether it is unknown if there is a reference.</summary>
    public bool IsUnknown { get; }

    /// <summary>Whether there is a reference.</summary>
    public YesNo Exists => IsUnknown ? YesNo.Unknown : Value is null ? YesNo.No : YesNo.Yes;

    /// <summary>A known reference; blank text is none.</summary>
    public static Reference To(string? value) => new(string.IsNullOrWhiteSpace(value) ? null : value, false);

    /// <summary>A known reference; blank text is none.</summary>
    public static implicit operator Reference(string? value) => To(value);

    /// <summary>The reference; where none is given it is unknown.</summary>
    internal Reference OrUnknown() => Value is null ? Unknown : this;

    /// <summary>Whether it is a reference to the same; unknown where either is.</summary>
    public YesNo Is(Reference other) => IsUnknown || other.IsUnknown ? YesNo.Unknown : (Value == other.Value).ToYesNo();

    /// <summary>The reference, or what is known of it.</summary>
    public override string ToString() => Value ?? (IsUnknown ? "Unknown" : "None");
}
