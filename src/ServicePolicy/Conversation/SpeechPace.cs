namespace ServicePolicy.Conversation;

/// <summary>How fast something is said (CNV-05).</summary>
internal readonly record struct SpeechPace(long Characters, decimal Seconds)
{
    /// <summary>The characters a minute; zero where no time was taken.</summary>
    public decimal PerMinute => Seconds == 0 ? 0 : Characters * 60 / Seconds;

    /// <summary>That of what is said one after another.</summary>
    public static SpeechPace Of(IEnumerable<Utterance> utterances)
    {
        long characters = 0;
        decimal nanoseconds = 0;
        foreach (Utterance utterance in utterances)
        {
            characters += SpokenText.Length(utterance.Text.Reveal());
            nanoseconds += (decimal)(utterance.Length?.ToBigIntegerNanoseconds() ?? 0);
        }

        return new SpeechPace(characters, nanoseconds / 1_000_000_000);
    }

    /// <summary>Whether it is no further from <paramref name="perMinute"/> than a share of that.</summary>
    public bool IsWithin(decimal perMinute, decimal tolerance) =>
        Characters * 60 <= perMinute * (1 + tolerance) * Seconds && Characters * 60 >= perMinute * (1 - tolerance) * Seconds;
}
