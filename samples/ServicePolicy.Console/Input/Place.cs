namespace ServicePolicy.Samples.Input;

/// <summary>Where something stands: in which file, on which line and at which column, both from 1.</summary>
internal readonly record struct Place(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
