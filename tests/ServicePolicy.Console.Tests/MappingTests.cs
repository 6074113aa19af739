using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Handling;
using ServicePolicy.Refunds;
using ServicePolicy.Samples.Input;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class MappingTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public void Read_DayOfAnEvent_IsTheRangeOfThatDayInItsZone()
    {
        Complaint complaint = MappedRows.Fact<Complaint>(bench, Complaints(""" "resolved":{"column":"done","date":"dd.MM.yyyy"} """), "id,at,done\n1,2015-11-01T04:00:00Z,01.11.2015\n");

        // Clocks were put back that day: it has 25 hours.
        Assert.Equal(Occurrence.Between(Instant.FromUtc(2015, 11, 1, 4, 0), Instant.FromUtc(2015, 11, 2, 5, 0) - Duration.Epsilon), complaint.Resolved);
    }

    [Theory]
    [InlineData("""{"column":"done","date":"dd.MM.yyyy","map":{"":"notHappened"}}""", "", OccurrenceKind.NotHappened)]
    [InlineData("""{"column":"done","date":"dd.MM.yyyy"}""", "", OccurrenceKind.UnknownWhether)]
    [InlineData("""{"column":"done","date":"dd.MM.yyyy","map":{"?":"unknownTime"}}""", "?", OccurrenceKind.AtUnknownTime)]
    public void Read_NoDay_IsWhatTheMappingSays(string binding, string cell, OccurrenceKind kind) =>
        Assert.Equal(kind, MappedRows.Fact<Complaint>(bench, Complaints($""" "resolved":{binding} """), $"id,at,done\n1,2015-11-01T04:00:00Z,{cell}\n").Resolved.Kind);

    [Fact]
    public void Read_DayAtATimeOfDay_IsThatInstant()
    {
        HallDay day = MappedRows.Fact<HallDay>(bench, """
            {"fact":"hallDay","zone":"Asia/Shanghai","resolver":"strict","properties":{
              "id":{"columns":["hall","day"],"separator":"/"},"hallId":{"column":"hall"},
              "opensAt":{"column":"day","date":"yyyy-MM-dd","at":"08:30"},"closesAt":{"column":"day","date":"yyyy-MM-dd","at":"18:00"} } }
            """, "hall,day\nH1,2026-03-02\n");

        Assert.Equal(("H1/2026-03-02", Instant.FromUtc(2026, 3, 2, 0, 30), Instant.FromUtc(2026, 3, 2, 10, 0)), (day.Id, day.OpensAt, day.ClosesAt));
    }

    [Theory]
    [InlineData("seconds", "109", 109_000)]
    [InlineData("seconds", "0.5", 500)]
    [InlineData("minutes", "1.5", 90_000)]
    [InlineData("hours", "2", 7_200_000)]
    [InlineData("days", "1", 86_400_000)]
    [InlineData("milliseconds", "1500", 1_500)]
    [InlineData("clock", "1:49", 109_000)]
    [InlineData("clock", "0:01:49.5", 109_500)]
    [InlineData("clock", "100:00:00", 360_000_000)]
    public void Read_LengthSinceAnotherColumn_IsThatFarAfterIt(string unit, string cell, long milliseconds)
    {
        PhoneCall call = MappedRows.Fact<PhoneCall>(bench, Calls($$"""{"column":"after","unit":"{{unit}}","since":"rangAt"}"""), $"id,at,after\n1,2026-03-02T01:00:00Z,{cell}\n");

        Assert.Equal(Occurrence.At(Instant.FromUtc(2026, 3, 2, 1, 0) + Duration.FromMilliseconds(milliseconds)), call.Answered);
    }

    [Theory]
    [InlineData("seconds", "-1", "is less than zero")]
    [InlineData("seconds", "1,5", "is no number")]
    [InlineData("seconds", "1e3", "is no number")]
    [InlineData("seconds", "79228162514264337593543950335", "seconds are longer than all of time")]
    [InlineData("days", "99999999", "days are longer than all of time")]
    [InlineData("days", "8000000", "is beyond the last instant there is")]
    [InlineData("clock", "109", "is no length of time like that of a clock")]
    [InlineData("clock", "1:60", "is no length of time like that of a clock")]
    [InlineData("clock", "1:2:3:4", "is no length of time like that of a clock")]
    [InlineData("clock", "1:60:00", "is no length of time like that of a clock")]
    [InlineData("clock", "-1:30", "is no length of time like that of a clock")]
    public void Read_WrongLength_IsRefusedAtItsCell(string unit, string cell, string message)
    {
        Reading[] readings = MappedRows.Read(bench, Calls($$"""{"column":"after","unit":"{{unit}}","since":"rangAt"}"""), $"id,at,after\n1,2026-03-02T01:00:00Z,\"{cell}\"\n");

        Assert.StartsWith($"2:24: after: '{cell}' {message}", Assert.Single(MappedRows.Errors(readings)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"column":"seen","date":"yyyy-MM-dd"}""", "2026-03-02", "2026-03-01T16:00:10Z to 2026-03-02T16:00:09Z")]
    [InlineData("""{"column":"seen"}""", "unknownTime", "AtUnknownTime")]
    [InlineData("""{"column":"seen"}""", "", "AtUnknownTime")]
    public void Read_LengthSinceWhatIsNotExactlyKnown_IsAsFarKnown(string greeted, string cell, string expected)
    {
        Visit visit = MappedRows.Fact<Visit>(bench, """{"fact":"visit","zone":"Asia/Shanghai","resolver":"strict","properties":{"id":{"column":"id"},"enteredAt":{"constant":"2026-03-01T00:00:00Z"},"greeted":GREETED,"served":{"column":"wait","unit":"seconds","since":"greeted"} } }""".Replace("GREETED", greeted, StringComparison.Ordinal), $"id,seen,wait\n1,{cell},10\n");

        Assert.Equal(expected, visit.Served.ToString());
        Assert.True(visit.Served.Kind == OccurrenceKind.AtUnknownTime || visit.Served.Latest == Instant.FromUtc(2026, 3, 2, 16, 0, 10) - Duration.Epsilon);
    }

    [Fact]
    public void Read_LengthOfTime_IsExact() =>
        Assert.Equal(Duration.FromMilliseconds(4500), MappedRows.Fact<PhoneCall>(bench, Calls("""{"constant":"notHappened"}""", """ ,"ringCycle":{"column":"after","unit":"seconds"} """), "id,at,after\n1,2026-03-02T01:00:00Z,4.5\n").RingCycle);

    [Theory]
    [InlineData("\"CNY\"", "x", "12.50 CNY")]
    [InlineData("{\"column\":\"unit\"}", "USD", "12.50 USD")]
    [InlineData("{\"column\":\"unit\",\"map\":{\"元\":\"CNY\"}}", "元", "12.50 CNY")]
    public void Read_Money_HasACurrencyForAllRowsOrOfItsRow(string currency, string unit, string expected) =>
        Assert.Equal(expected, MappedRows.Fact<DisputedCharge>(bench, Charges(currency), $"id,at,sum,unit\n1,2026-03-02T01:00:00Z,12.50,{unit}\n").Overcharge.ToString());

    [Theory]
    [InlineData("12,50")]
    [InlineData("1,250.00")]
    [InlineData("1.2.3")]
    [InlineData("(5)")]
    [InlineData("5 CNY")]
    [InlineData("1e2")]
    [InlineData("٣")]
    public void Read_NumberWithSeparatorsOfThousands_IsRefused(string sum)
    {
        Reading[] readings = MappedRows.Read(bench, Charges("\"CNY\""), $"id,at,sum,unit\n1,2026-03-02T01:00:00Z,\"{sum}\",\n2,2026-03-02T01:00:00Z,7,\n");

        Assert.Equal($"2:24: sum: '{sum}' is no number. Write it with a point, and without separators of thousands, such as 1250.5.", Assert.Single(MappedRows.Errors(readings)));
        Assert.Equal(Money.Cny(7), ((DisputedCharge)readings[1].Case!.Root).Overcharge);
    }

    [Fact]
    public void Read_StretchOfTimeFromTwoColumns_IsOpenWhereACellIsEmpty()
    {
        string mapping = Complaints(""" "suspended":{"start":{"column":"from"},"end":{"column":"to"}} """);

        Complaint[] complaints = [.. MappedRows.Read(bench, mapping, "id,at,from,to\n1,2026-03-01T00:00:00Z,2026-03-02T01:00:00Z,2026-03-02T02:00:00Z\n2,2026-03-01T00:00:00Z,2026-03-02T01:00:00Z,\n3,2026-03-01T00:00:00Z,,\n").Select(reading => (Complaint)reading.Case!.Root)];

        Assert.Equal(new Interval(Instant.FromUtc(2026, 3, 2, 1, 0), Instant.FromUtc(2026, 3, 2, 2, 0)), Assert.Single(complaints[0].Suspended));
        Assert.False(Assert.Single(complaints[1].Suspended).HasEnd);
        Assert.Empty(complaints[2].Suspended);
    }

    [Fact]
    public void Read_DayOfAPeriod_IsThatDay()
    {
        ComplaintPeriod period = MappedRows.Fact<ComplaintPeriod>(bench, """{"fact":"complaintPeriod","zone":"Asia/Shanghai","properties":{"id":{"column":"day"},"what":{"constant":"questions"},"dates":{"column":"day","date":"yyyy-MM-dd"} } }""", "day\n2026-03-02\n");

        Assert.Equal(new Interval(Instant.FromUtc(2026, 3, 1, 16, 0), Instant.FromUtc(2026, 3, 2, 16, 0)), period.Dates);
    }

    [Fact]
    public void Read_SeveralTextsInACell_AreSplit()
    {
        string mapping = """{"fact":"accountHolder","properties":{"id":{"column":"id"},"accountId":{"column":"id"},"knownSince":{"constant":"2026-01-01T00:00:00Z"},"login":{"column":"id"},"names":{"column":"names","split":";"},"birthday":{"column":"born","date":"dd/MM/yyyy"} } }""";

        Credentials.AccountHolder holder = MappedRows.Fact<Credentials.AccountHolder>(bench, mapping, "id,names,born\na,Li Wu; 李伍,02/05/1990\n");

        Assert.Equal(["Li Wu", "李伍"], holder.Names);
        Assert.Equal(new LocalDate(1990, 5, 2), holder.Birthday);
    }

    [Theory]
    [InlineData(""" "resolved":{"column":"done","map":{"Closed":"hapened"}} """, "properties.resolved.map.Closed: 'hapened' is not an event")]
    [InlineData(""" "resolved":{"constant":"2026-01-01"} """, "properties.resolved.constant: '2026-01-01' is not an event")]
    [InlineData(""" "tier":{"column":"t","map":{"gold":"VIP"}} """, "properties.tier.map.gold: 'VIP' is not one of")]
    [InlineData(""" "tier":{"constant":1} """, "properties.tier.constant: '1' is not one of")]
    [InlineData(""" "ticket":{"constant":5} """, "properties.ticket.constant: ")]
    [InlineData(""" "resolved":{"column":"done","pattern":"dd.MM.yyyy","date":"dd.MM.yyyy"} """, "'pattern' and 'date' are two ways to read one text.")]
    [InlineData(""" "resolved":{"column":"done","at":"09:00"} """, "properties.resolved.at: it means something with 'date' only.")]
    [InlineData(""" "resolved":{"column":"done","since":"receivedAt"} """, "properties.resolved.since: it means something with 'unit' only.")]
    [InlineData(""" "resolved":{"column":"done","date":"dd.MM.yyyy","at":"24:00"} """, "properties.resolved.at: '24:00' is not")]
    [InlineData(""" "resolved":{"column":"done","unit":"seconds"} """, "'resolved' is an event. Say with 'since'")]
    [InlineData(""" "resolved":{"column":"done","unit":"seconds","since":"recievedAt"} """, "'recievedAt', since which it counts, is no property of complaint.")]
    [InlineData(""" "resolved":{"column":"a","unit":"seconds","since":"firstReply"},"firstReply":{"column":"b","unit":"seconds","since":"resolved"} """, "One of them has to have an instant.")]
    [InlineData(""" "resolved":{"column":"a","unit":"seconds","since":"resolved"} """, "it counts since itself.")]
    [InlineData(""" "resolved":{"column":"a","unit":"weeks","since":"receivedAt"} """, "'weeks' is not known here. Known are: milliseconds, seconds, minutes, hours, days, clock.")]
    [InlineData(""" "tier":{"column":"done","date":"dd.MM.yyyy"} """, "'tier' is text, which is not read like this.")]
    [InlineData(""" "resolved":{"column":"a","currency":"CNY"} """, "'resolved' is an event, which is not read like this.")]
    [InlineData(""" "suspended":{"column":"a"} """, "'suspended' is stretches of time. Give its 'start' and its 'end'")]
    [InlineData(""" "suspended":{"start":{"column":"a"}} """, "give its 'start' and its 'end', and nothing else.")]
    [InlineData(""" "suspended":{"since":"receivedAt","end":{"column":"a"}} """, "give its 'start' and its 'end', and nothing else.")]
    [InlineData(""" "resolved":{"columns":[]} """, "give a 'column', a list of 'columns', or a 'constant'.")]
    [InlineData(""" "resolved":{"column":"a","columns":["b"]} """, "give a 'column', a list of 'columns', or a 'constant'.")]
    [InlineData(""" "resolved":{"column":"a","map":{" x":"unknownTime","x":"unknownTime"}} """, "its value stands twice")]
    public void Read_WrongWordInAMapping_IsToldOnceAtTheMapping(string properties, string message)
    {
        InputException wrong = Assert.Throws<InputException>(() => MappedRows.Read(bench, Complaints(properties), "id,at\n1,\n2,\n"));

        Assert.Contains("map.json:1:", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"fact":"disputedCharge","properties":{"id":{"column":"id"},"chargedAt":{"column":"at"},"overcharge":{"column":"sum"}}}""", "'overcharge' is money. Give its 'currency'")]
    [InlineData("""{"fact":"disputedCharge","properties":{"id":{"column":"id"},"chargedAt":{"column":"at"},"overcharge":{"column":"sum","currency":"yuan"}}}""", "properties.overcharge.currency: 'yuan' is no currency.")]
    [InlineData("""{"fact":"complaint","delimiter":"","properties":{}}""", "delimiter: it is one ASCII character")]
    [InlineData("""{"fact":"complaint","delimiter":"||","properties":{}}""", "delimiter: it is one ASCII character")]
    [InlineData("""{"fact":"complaint","delimiter":"\"","properties":{}}""", "delimiter: it is one ASCII character")]
    [InlineData("""{"fact":"complaint","encoding":"utf-9","properties":{}}""", "encoding: 'utf-9' is no encoding.")]
    [InlineData("""{"fact":"complaint","encoding":"\ud800","properties":{}}""", "this is no text: its bytes or its escapes are broken.")]
    [InlineData("""{"fact":"complaint","\ud800":1}""", "this is no text: its bytes or its escapes are broken.")]
    [InlineData("""{"fact":"complaint","skew":"5","properties":{}}""", "skew: '5' is not a length of time")]
    [InlineData("""{"fact":"complaint","skew":"-PT5S","properties":{}}""", "skew: it is less than zero.")]
    [InlineData("""{"fact":"complaint","case":{},"properties":{}}""", "case: 'columns' is missing")]
    [InlineData("""{"fact":"complaint","case":{"columns":["a"],"rows":"sorted"},"properties":{}}""", "case.rows: 'sorted' is not known here. Known are: together, anywhere.")]
    [InlineData("""{"fact":"complaint","properties":{"id":{"column":"a"},"receivedAt":{"column":"b","date":"dd.MM.yyyy"}}}""", "'receivedAt' is an instant, and a day is none. Say with 'at'")]
    [InlineData("""{"fact":"complaint","properties":{"id":{"column":"a"},"receivedAt":{"column":"b"},"resolved":{"column":"b","date":"dd.MM.yyyy"}}}""", "which instants a day has depends on the zone.")]
    [InlineData("""{"fact":"complaint","properties":{"receivedAt":{"column":"b","pattern":"dd-MM-yy","firstTwoDigitYear":10000}}}""", "firstTwoDigitYear: '10000' is not from 1 to 9900.")]
    [InlineData("""{"fact":"complaint","properties":{"receivedAt":{"column":"b","pattern":"dd-MM-yyyy","firstTwoDigitYear":2000}}}""", "firstTwoDigitYear: the pattern has no years of two digits.")]
    [InlineData("""{"fact":"complaint","properties":{"id":{"column":"a"},"receivedAt":{"column":"b"}},"facts":[{"fact":"visit","file":"x","properties":{}}]}""", "facts[0].file: 'x' is not known here.")]
    [InlineData("""{"fact":"complaint","files":{"x":{"path":"x.csv","key":["a","b"],"match":["a"]}},"properties":{"id":{"column":"a"},"receivedAt":{"column":"b"}}}""", "'match' names 1 columns of the table, and 'key' 2 of the file.")]
    [InlineData("""{"fact":"complaint","properties":{"id":{"column":"a"},"receivedAt":{"column":"b"}},"facts":[{"fact":"visit","when":{"column":"k"},"properties":{}}]}""", "facts[0].properties: 'id' is missing")]
    [InlineData("""{"fact":"complaint",}""", ":1:21: This is no JSON from here on.")]
    [InlineData("", ":1:1: The file is empty.")]
    public void Read_WrongMapping_IsALocatedError(string mapping, string message)
    {
        InputException wrong = Assert.Throws<InputException>(() => MappedRows.Read(bench, mapping, "id,at\n1,\n"));

        Assert.Contains("map.json:1:", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();

    private static string Complaints(string properties) =>
        $$"""{"fact":"complaint","zone":"America/New_York","resolver":"strict","properties":{"id":{"column":"id"},"receivedAt":{"column":"at"},{{properties}} } }""";

    private static string Calls(string answered, string more = "") =>
        $$"""{"fact":"phoneCall","properties":{"id":{"column":"id"},"rangAt":{"column":"at"},"answered":{{answered}}{{more}} } }""";

    private static string Charges(string currency) =>
        $$$"""{"fact":"disputedCharge","properties":{"id":{"column":"id"},"chargedAt":{"column":"at"},"overcharge":{"column":"sum","currency":{{{currency}}} } } }""";
}
