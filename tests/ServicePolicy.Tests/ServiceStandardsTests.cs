using Microsoft.Extensions.Configuration;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Complaints;
using ServicePolicy.Conversation;
using ServicePolicy.Credentials;
using ServicePolicy.Customers;
using ServicePolicy.Handling;
using ServicePolicy.Inspection;
using ServicePolicy.Messaging;
using ServicePolicy.Operations;
using ServicePolicy.Refunds;
using ServicePolicy.Subscriptions;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests;

public sealed class ServiceStandardsTests
{
    [Fact]
    public void Default_EveryFigure_IsThatOfTheCatalogue() => Assert.Equal(
        [
            "S6 General:WarningPoint = 0.75 Assumed",
            "CMP-04 Complaints:FirstReply = PT48H Given",
            "CMP-05 Complaints:Vip = PT8H Given",
            "CMP-05 Complaints:GoTone = PT24H Given",
            "CMP-05 Complaints:Ordinary = PT48H Given",
            "CMP-05 Complaints:Reopening =  Unset",
            "CMP-06 Complaints:Extension =  Unset",
            "CMP-07 Complaints:SentToTeam = PT30M Assumed",
            "CMP-08 Complaints:Handled = 1 Given",
            "CMP-08 Complaints:ValidHandled = 1 Given",
            "CMP-09 Complaints:GreenChannelStars = 5 Given",
            "CMP-12 Complaints:CallTolerance = PT15M Assumed",
            "CMP-13 Complaints:KeyCustomerContact = PT2H Given",
            "CMP-14 Complaints:DisputeContact = PT72H Given",
            "CMP-15 Complaints:RepeatFrom = 2 Assumed",
            "CMP-16 Complaints:MostExtra =  Unset",
            "CMP-17 Complaints:Reception = PT10M Assumed",
            "CMP-18 Complaints:SolvedOnTheSpot =  Unset",
            "CMP-21 Complaints:SuggestionFeedback =  Unset",
            "CMP-21 Complaints:SolvedAtFirstContact =  Unset",
            "CMP-21 Complaints:PassedUp =  Unset",
            "CMP-24 Complaints:HallGoTone =  Unset",
            "CMP-24 Complaints:HallMZone =  Unset",
            "CMP-24 Complaints:HallEasyown =  Unset",
            "RFD-01 Refunds:ChargingError = 2 Given",
            "RFD-01 Refunds:Rounding = HalfUp Ours",
            "RFD-02 Refunds:Undetermined = 1 Assumed",
            "RFD-03 Refunds:CompanyResponsible = 1 Assumed",
            "RFD-04 Refunds:Advance = 1 Given",
            "RFD-04 Refunds:SmallSum = 50.00 CNY Assumed",
            "RFD-05 Refunds:Verification = PT72H Ours",
            "RFD-06 Refunds:NotConfirmed = 1 Given",
            "RFD-08 Refunds:PostpaidDay = 1 Assumed",
            "RFD-08 Refunds:PostpaidLastDay =  Unset",
            "RFD-09 Refunds:PrepaidDay = 1 Assumed",
        ],
        Core(ServiceStandards.Default).Select(figure => $"{figure.Standard} {figure.Path} = {figure.Value} {figure.Mark}"));

    [Fact]
    public void Read_Nothing_IsTheDefault() => Assert.Equal(ServiceStandards.Default.Figures, ServiceStandards.Read(Configuration()).Figures);

    [Fact]
    public void Read_EveryFigure_TakesEach()
    {
        Dictionary<string, string> expected = Core(ServiceStandards.Default).ToDictionary(figure => figure.Path, Another);
        expected["Complaints:Vip"] = "PT90M";
        ServiceStandards read = ServiceStandards.Read(Configuration([.. expected.Select(figure => (figure.Key, figure.Value))]));

        expected["Complaints:Vip"] = "PT1H30M";
        Assert.Equal(expected, Core(read).ToDictionary(figure => figure.Path, figure => figure.Value!));
        Assert.Equal(Duration.FromMinutes(90), read.Complaints.Vip.Length);
    }

    [Fact]
    public void Read_WhatFiguresPrint_GivesThemBack()
    {
        ServiceStandards odd = ServiceStandards.Default with { Complaints = new ComplaintStandards { Vip = new TimeLimit(Duration.FromNanoseconds(90_061_000_000_007)) } };

        Assert.Equal(odd.Figures, ServiceStandards.Read(Configuration([.. odd.Figures.Where(figure => figure.Value is not null).Select(figure => (figure.Path, figure.Value!))])).Figures);
    }

    [Fact]
    public void Read_SeveralMistakes_ReportsEach()
    {
        PolicyBuildException exception = Assert.Throws<PolicyBuildException>(() => ServiceStandards.Read(Configuration(
            ("Complaints:Vip", "8 hours"),
            ("Complaints:GoTone", "P1M"),
            ("Complaints:Ordinary", "-PT1H"),
            ("Complaints:VIPs", "PT8H"),
            ("Refunds:ChargingError", "11"),
            ("General:WarningPoint", "75%"),
            ("Refund:ChargingError", "2"))));

        Assert.Equal(
            [
                "SP0005: Configuration 'Complaints:GoTone' of CMP-05: 'P1M' is not usable. Write it as: ISO 8601 duration, such as PT8H.",
                "SP0005: Configuration 'Complaints:Ordinary' of CMP-05: '-PT1H' is not usable. Write it as: ISO 8601 duration, such as PT8H.",
                "SP0005: Configuration 'Complaints:Vip' of CMP-05: '8 hours' is not usable. Write it as: ISO 8601 duration, such as PT8H.",
                "SP0005: Configuration 'General:WarningPoint' of S6: '75%' is not usable. Write it as: a number from 0 to 1.",
                "SP0005: Configuration 'Refunds:ChargingError' of RFD-01: '11' is not usable. Write it as: a number from 0 to 10.",
            ],
            exception.Errors.Where(error => error.Code == "SP0005").Select(error => error.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Configuration 'Complaints:VIPs' is no figure. Did you mean 'Vip'", "Configuration 'Refund' is no family of figures. Did you mean 'Refunds'"],
            exception.Errors.Where(error => error.Code == "SP0012").Select(error => error.Message.Split('?')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Create_FiguresOutOfRange_AreSP0005()
    {
        ServiceStandards wrong = ServiceStandards.Default with
        {
            WarningPoint = 1.01m,
            Complaints = new ComplaintStandards { Vip = null! },
            Refunds = new RefundStandards { Undetermined = -1 },
        };

        Assert.Equal(
            [
                "SP0005: Figure Complaints:Vip of CMP-05: it is null. Give a figure, or switch the standard off.",
                "SP0005: Figure General:WarningPoint of S6: '1.01' is not between 0 and 1. Give a figure in that range.",
                "SP0005: Figure Refunds:Undetermined of RFD-02: '-1' is not between 0 and 10. Give a figure in that range.",
            ],
            Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(wrong)).Errors.Select(error => error.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rules_WithoutFigures_AreRefused() => Assert.All<Func<object>>(
        [
            () => new HandlingRules(null!),
            () => new ComplaintRules(null!),
            () => new RefundRules(null!),
            () => new CredentialRules(null!),
            () => new GuidanceRules(null!),
            () => new MessagingRules(null!),
            () => new SubscriptionRules(null!),
            () => new InspectionRules(null!),
            () => new ConversationRules(null!),
            () => new CustomerRules(null!),
            () => new OperationsRules(null!),
        ],
        make => Assert.Throws<ArgumentNullException>("figures", make));

    /// <summary>A length of time may be longer than all of time.</summary>
    [Fact]
    public void Evaluate_LimitLongerThanTime_NeverFallsDue()
    {
        TimeLimit endless = new(Duration.MaxValue);
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with { Complaints = new ComplaintStandards { Vip = endless, Extension = endless } });

        Assert.All([ComplaintScope.Local, ComplaintScope.CrossProvince], scope =>
        {
            Finding finding = engine.Evaluate(Example.Complaint with { Scope = scope }, Instant.MaxValue).Findings.Single(finding => finding.Standard.Id == "CMP-05");
            Assert.Equal(FindingState.Pending, finding.State);
        });
    }

    /// <summary>The figures of all standards and of the two families that these tests use; each other family tests its own.</summary>
    private static IEnumerable<Figure> Core(ServiceStandards standards) =>
        standards.Figures.Where(figure => figure.Path.Split(':')[0] is "General" or "Complaints" or "Refunds");

    /// <summary>A value that a figure does not have by default, written as it is printed.</summary>
    private static string Another(Figure figure) => figure.Unit switch
    {
        ['I', 'S', 'O', ..] => "PT37H",
        ['a', 'm', 'o', 'u', 'n', 't', ..] => "12.50 CNY",
        ['s', 'h', 'a', 'r', 'e', ..] or ['a', ' ', 'n', 'u', 'm', 'b', 'e', 'r', ..] => "0.5",
        ['o', 'n', 'e', ' ', 'o', 'f', ..] => "HalfEven",
        ['g', 'o', 'e', 's', ..] => "starts anew",
        _ => "3",
    };

    private static IConfiguration Configuration(params (string Path, string Value)[] figures) => new ConfigurationBuilder()
        .AddInMemoryCollection(figures.Select(figure => new KeyValuePair<string, string?>(figure.Path, figure.Value)))
        .Build();
}
