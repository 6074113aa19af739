using ServicePolicy.Catalogue;
using ServicePolicy.Conversation;
using ServicePolicy.Tests.Catalogue;
using Xunit;

namespace ServicePolicy.Tests.Conversation;

public sealed class ConversationStandardsTests
{
    private const string Family = "Conversation";

    [Fact]
    public void Default_EveryFigure_IsThatOfTheCatalogue() => Assert.Equal(
        ["CNV-05 Conversation:CharactersPerMinute = 120 Given", "CNV-05 Conversation:PaceTolerance = 0.25 Assumed"],
        FigureListing.Lines(Family, visit => new ConversationStandards().Through(visit)));

    [Fact]
    public void Through_Configuration_TakesEach()
    {
        string[] values = ["200", "0.1"];
        FigureReader reader = FigureListing.Reader(Family, visit => new ConversationStandards().Through(visit), values);

        ConversationStandards read = new ConversationStandards().Through(reader);

        Assert.Empty(reader.Errors);
        Assert.Equal((200m, 0.1m), (read.CharactersPerMinute, read.PaceTolerance));
    }

}
