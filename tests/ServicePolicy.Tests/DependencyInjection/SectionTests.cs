using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using ServicePolicy.Complaints;
using Xunit;

namespace ServicePolicy.Tests.DependencyInjection;

/// <summary>A host's section is read strictly: what nothing reads, or what is of another form than what reads it, is a mistake.</summary>
public sealed class SectionTests
{
    [Theory]
    [InlineData("""{"Figures":{"Complaints":{"Vip":{"Limit":"PT4H"}}}}""", "SP0005: Configuration 'Complaints:Vip' of CMP-05: it has parts, and a figure is one text. Write it as: ISO 8601 duration, such as PT8H. Or leave it out.")]
    [InlineData("""{"Figures":{"Complaints":{"Vip":["PT4H"]}}}""", "SP0005: Configuration 'Complaints:Vip' of CMP-05: it has parts, and a figure is one text. Write it as: ISO 8601 duration, such as PT8H. Or leave it out.")]
    [InlineData("""{"Figures":{"Complaints":{"Vip":null}}}""", "SP0005: Configuration 'Complaints:Vip' of CMP-05: it is empty, and a figure is one text. Write it as: ISO 8601 duration, such as PT8H. Or leave it out.")]
    [InlineData("""{"Figures":{"Complaints":{"Vip":""}}}""", "SP0005: Configuration 'Complaints:Vip' of CMP-05: it is empty, and a figure is one text. Write it as: ISO 8601 duration, such as PT8H. Or leave it out.")]
    [InlineData("""{"Figures":{"Refunds":{"SmallSum":"50,5 CNY"}}}""", "SP0005: Configuration 'Refunds:SmallSum' of RFD-04: '50,5 CNY' is not usable. Write it as: amount and currency, such as 50 CNY.")]
    [InlineData("""{"Figures":{"Complaints":{"Handled":"0,1"}}}""", "SP0005: Configuration 'Complaints:Handled' of CMP-08: '0,1' is not usable. Write it as: share from 0 to 1, such as 0.95.")]
    [InlineData("""{"Figures":{"Complaints":{"RepeatFrom":"2.0"}}}""", "SP0005: Configuration 'Complaints:RepeatFrom' of CMP-15: '2.0' is not usable. Write it as: whole number.")]
    [InlineData("""{"Figures":{"Complaints":"PT4H"}}""", "SP0016: Configuration 'Complaints' is a family of figures.")]
    [InlineData("""{"Figures":"PT4H"}""", "SP0016: Configuration 'Figures' is a text. Give a group, such as {\"Complaints\":{\"Vip\":\"PT4H\"}}.")]
    [InlineData("""{"Figure":{"Complaints":{"Vip":"PT4H"}}}""", "SP0012: Configuration 'Figure' is no part of the section. Did you mean 'Figures'? The parts are: Figures, Editions, Calendars, SwitchedOff, Warnings.")]
    [InlineData("""{"SwitchOf":["CMP-04"]}""", "SP0012: Configuration 'SwitchOf' is no part of the section. Did you mean 'SwitchedOff'? The parts are: Figures, Editions, Calendars, SwitchedOff, Warnings.")]
    [InlineData("""{"SwitchedOff":"CMP-04"}""", "SP0016: Configuration 'SwitchedOff' is a text. Give a list, such as [\"CMP-04\", \"RFD\"].")]
    [InlineData("""{"SwitchedOff":[null]}""", "SP0016: Configuration 'SwitchedOff:0' is no name. Name a standard, a family or a handbook, such as CMP-04, or leave the item out.")]
    [InlineData("""{"SwitchedOff":[["CMP-04"]]}""", "SP0016: Configuration 'SwitchedOff:0' is no name. Name a standard, a family or a handbook, such as CMP-04, or leave the item out.")]
    [InlineData("""{"Calendars":"hall"}""", "SP0016: Configuration 'Calendars' is a text. Give a group, such as {\"hall\":{\"Zone\":\"Asia/Shanghai\"}}.")]
    [InlineData("""{"Editions":"2026"}""", "SP0016: Configuration 'Editions' is a text. Give a group, such as {\"Zone\":\"Asia/Shanghai\",\"2026\":{}}.")]
    [InlineData("""{"Figures":{"General":{"WarningPoint":"0.8"}},"Editions":{"Zone":"Etc/UTC","2026":{"Figures":{"General":{"WarningPoint":"0.8"}}}}}""", "SP0014: The figures are given more than once: by figures in configuration, by editions there, or by editions in code. Leave one alone.")]
    public void AddServicePolicy_WhatCannotBeRead_IsToldAtStart(string json, string mistake) =>
        Assert.Contains(Mistakes(json), told => told.StartsWith(mistake, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"Zone\":{\"Id\":\"Asia/Shanghai\"}", "'Calendars:hall:Zone' has parts, and it is one text. Write it so.")]
    [InlineData("\"HolidaysOf\":null", "'Calendars:hall:HolidaysOf' is empty, or has something empty in it. Write what it is, or leave it out.")]
    [InlineData("\"Hours\":\"09:00-17:00\"", "'Calendars:hall:Hours' is a text. Give a group of days, each with its windows.")]
    [InlineData("\"Hours\":{\"Monday\":\"09:00-17:00\",\"Tuesday\":null}", "'Calendars:hall:Hours' is empty, or has something empty in it. Write what it is, or leave it out.")]
    [InlineData("\"Holidays\":null", "'Calendars:hall:Holidays' is empty, or has something empty in it. Write what it is, or leave it out.")]
    [InlineData("\"Holidays\":[{\"From\":\"2026-01-01\"}]", "'Calendars:hall:Holidays:0' 'a group' is no date.")]
    public void AddServicePolicy_SettingOfACalendarOfAnotherForm_IsToldAtStart(string setting, string mistake) =>
        Assert.Contains(Mistakes($"{{\"Calendars\":{{\"hall\":{{{setting},\"FirstYear\":2026,\"LastYear\":2026}}}}}}"), told => told.StartsWith($"SP0029: Configuration {mistake}", StringComparison.Ordinal));

    [Fact]
    public void AddServicePolicy_ManyMistakes_AreToldTogether() => Assert.Equal(
        ["SP0005", "SP0005", "SP0012", "SP0012", "SP0012", "SP0012", "SP0014", "SP0015", "SP0016", "SP0021"],
        Mistakes("""
            {
              "Figures": { "Complaints": { "Vip": { "Limit": "PT4H" }, "GoTone": null, "Ordinari": "PT1H" } },
              "Figure": {}, "Figurs": { "Complaints": {} }, "SwitchOf": [ "CMP-04" ],
              "SwitchedOff": [ "CMP-4", { "CMP-04": true } ],
              "Editions": { "Zone": "Etc/UTC", "2026": { "Until": "2026-12-31" } },
              "Calendars": { "hall": { "Zone": "Asia/Atlantis", "FirstYear": 2026, "LastYear": 2026, "Hours": { "Monday": "09:00-17:00" } } }
            }
            """).Select(mistake => mistake[..6]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Figures":{},"Calendars":{},"SwitchedOff":[],"Editions":null}""")]
    [InlineData("""{"figures":{"complaints":{"vip":"PT4H"}},"switchedoff":["CMP-04"]}""")]
    public void AddServicePolicy_NothingOrOtherCapitals_IsFine(string json) => Assert.Empty(Mistakes(json));

    [Fact]
    public void AddServicePolicy_EditionsInTheSection_SelectTheFigures()
    {
        using ServiceProvider services = new ServiceCollection().AddServicePolicy(Section("""
            {
              "Editions": {
                "Zone": "Asia/Shanghai",
                "2026": { "Until": "2026-12-31" },
                "2027": { "From": "2027-01-01", "Until": "9999-12-31", "Figures": { "Complaints": { "Vip": "PT4H" } } }
              }
            }
            """)).Services.BuildServiceProvider();
        PolicyEngine engine = services.GetRequiredService<PolicyEngine>();
        Complaint last = new() { Id = "1", Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T", ReceivedAt = Instant.FromUtc(2026, 12, 31, 15, 59) };
        Complaint first = last with { ReceivedAt = Instant.FromUtc(2026, 12, 31, 16, 0) };

        Assert.Equal(("2026", Duration.FromHours(8)), LimitOf(last));
        Assert.Equal(("2027", Duration.FromHours(4)), LimitOf(first));
        Assert.Equal("2027", engine.Evaluate(new Complaint { Id = "1", ReceivedAt = Instant.MaxValue }, Instant.MaxValue).Version.Edition);

        (string, Duration?) LimitOf(Complaint complaint)
        {
            PolicyDecision decision = engine.Evaluate(complaint, complaint.ReceivedAt);
            return (decision.Version.Edition, decision.Findings.Single(finding => finding.Standard.Id == "CMP-05").Margin.Limit);
        }
    }

    private static IEnumerable<string> Mistakes(string json)
    {
        using ServiceProvider services = new ServiceCollection().AddServicePolicy(Section(json)).Services.BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException mistakes)
        {
            return mistakes.Failures;
        }
    }

    private static IConfiguration Section(string json)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        return new ConfigurationBuilder().AddJsonStream(stream).Build();
    }
}
