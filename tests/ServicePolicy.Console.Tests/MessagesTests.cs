using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class MessagesTests
{
    [Fact]
    public void Close_ManyThatSayTheSameOfOtherValues_AreCountedAfterTen()
    {
        string[] told = Tell(all: false);

        Assert.Equal(15, told.Length);
        Assert.Equal("f:1:1: at: '1-1' is not an instant.", told[0]);
        Assert.Equal("f:10:1: at: '10-1' is not an instant.", told[9]);
        Assert.Equal(["f:21:1: at: it is empty.", "f:22:1: at: it is empty.", "f:23:1: at: it is empty."], told[10..13]);
        Assert.Equal(["… and 10 more: at: … is not an instant.", "--all tells each of them."], told[13..]);
    }

    [Fact]
    public void Close_All_TellsEach() => Assert.Equal(23, Tell(all: true).Length);

    private static string[] Tell(bool all)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        Messages messages = new(writer, all);
        for (int line = 1; line <= 20; line++)
        {
            messages.Write(new Message(new Place("f", line, 1), $"at: '{line}-1' is not an instant."));
        }

        for (int line = 21; line <= 23; line++)
        {
            messages.Write(new Message(new Place("f", line, 1), "at: it is empty."));
        }

        messages.Close();
        return writer.ToString().TrimEnd().Split('\n');
    }
}
