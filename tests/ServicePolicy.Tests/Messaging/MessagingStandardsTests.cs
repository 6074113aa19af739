using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Messaging;
using ServicePolicy.Tests.Catalogue;
using Xunit;

namespace ServicePolicy.Tests.Messaging;

public sealed class MessagingStandardsTests
{
    private const string Family = "Messaging";

    [Fact]
    public void Default_EveryFigure_IsThatOfTheCatalogue() => Assert.Equal(
        [
            "MSG-03 Messaging:NightBegins = 22:00 Given",
            "MSG-03 Messaging:NightEnds = 07:00 Given",
            "MSG-04 Messaging:CareMessages = 1 Given",
            "MSG-07 Messaging:ServiceNumber = 10086 Given",
            "MSG-09 Messaging:UsageReminders = 2 Given",
            "MSG-10 Messaging:FeeTold = PT5M Assumed",
            "MSG-11 Messaging:ReportNumber =  Unset",
            "MSG-11 Messaging:ReportAnswer = PT48H Assumed",
            "MSG-12 Messaging:MonthlyFeeKeyword = DZXXSF Given",
            "MSG-12 Messaging:RemindersOnKeyword = KTYLTX Given",
            "MSG-12 Messaging:RemindersOffKeyword = QXYLTX Given",
            "MSG-12 Messaging:UsageKeyword = CXYL Given",
        ],
        FigureListing.Lines(Family, visit => new MessagingStandards().Through(visit)));

    [Fact]
    public void Through_Configuration_TakesEach()
    {
        string[] values = ["21:30", "06:15:30", "2", "1860", "3", "PT10M", "10086999", "PT24H", "A", "B", "C", "D"];
        FigureReader reader = FigureListing.Reader(Family, visit => new MessagingStandards().Through(visit), values);

        MessagingStandards read = new MessagingStandards().Through(reader);

        Assert.Empty(reader.Errors);
        Assert.Equal(values, FigureListing.Figures(Family, visit => read.Through(visit)).Select(figure => figure.Value));
        Assert.Equal((new LocalTime(21, 30), new LocalTime(6, 15, 30)), (read.NightBegins, read.NightEnds));
    }

    [Fact]
    public void Through_ConfigurationThatIsWrong_ReportsEach()
    {
        FigureReader reader = FigureListing.Reader(Family, visit => new MessagingStandards().Through(visit), "24:00", "7", "0", " ");

        new MessagingStandards().Through(reader);

        Assert.Equal(
            [
                "SP0005: Configuration 'Messaging:NightBegins' of MSG-03: '24:00' is not usable. Write it as: time of day, such as 22:00.",
                "SP0005: Configuration 'Messaging:NightEnds' of MSG-03: '7' is not usable. Write it as: time of day, such as 22:00.",
                "SP0005: Configuration 'Messaging:CareMessages' of MSG-04: '0' is not usable. Write it as: whole number.",
                "SP0005: Configuration 'Messaging:ServiceNumber' of MSG-07: ' ' is not usable. Write it as: text.",
            ],
            reader.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Through_BlankText_IsAMistake() => Assert.Equal(
        [
            "SP0005: Figure Messaging:ServiceNumber of MSG-07: ' ' is blank. Give a text, or switch the standard off.",
            "SP0005: Figure Messaging:ReportNumber of MSG-11: '' is blank. Give a text, or switch the standard off.",
        ],
        FigureListing.Mistakes(Family, visit => new MessagingStandards { ServiceNumber = " ", ReportNumber = string.Empty }.Through(visit)));
}
