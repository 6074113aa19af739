using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Output;

/// <summary>Something to say of a case, and where it stands.</summary>
internal readonly record struct Message(Place Place, string Text)
{
    public override string ToString() => $"{Place}: {Text}";
}
