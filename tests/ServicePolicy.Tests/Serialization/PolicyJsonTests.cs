using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Serialization;
using ServicePolicy.Tests.Serialization.Hosts;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

public sealed class PolicyJsonTests
{
    private static readonly Instant Taken = Instant.FromUtc(2026, 11, 20, 1, 0);

    private const string Range = """resolved: an object is not a range: write it as {"between":["2026-11-20T00:00:00+08:00",null]} or {"on":"2026-11-20","zone":"Asia/Shanghai"}, and add "perhaps":true where the event may not have happened.""";
    private const string Ends = """resolved: a list is not the two ends of a range: write them as ["2026-11-20T00:00:00+08:00","2026-11-20T23:59:59+08:00"], the earlier first, null for an open end.""";

    public static TheoryData<string, Occurrence> Spellings => new()
    {
        { "null", Occurrence.NotHappened },
        { "\"notHappened\"", Occurrence.NotHappened },
        { "\"unknownTime\"", Occurrence.AtUnknownTime },
        { "\"unknownWhether\"", Occurrence.UnknownWhether },
        { "\"2026-11-20T01:00:00.123456789Z\"", Taken.PlusNanoseconds(123456789) },
        { "\"2026-11-20T09:00:00+08:00\"", Taken },
        { "\"9999-12-31T23:59:59.999999999Z\"", Instant.MaxValue },
        { """{"between":["2026-11-20T09:00:00+08:00","2026-11-20T01:00:00.000000001Z"]}""", Occurrence.Between(Taken, Taken.PlusNanoseconds(1)) },
        { """{"between":["2026-11-20T01:00:00Z",null]}""", Occurrence.Between(Taken, null) },
        { """{"perhaps":true,"between":[null,"2026-11-20T01:00:00Z"]}""", Occurrence.Between(null, Taken).Perhaps() },
        { """{"between":["2026-11-20T01:00:00Z","2026-11-20T01:00:00Z"],"perhaps":true}""", Occurrence.At(Taken).Perhaps() },
        { """{"between":["2026-11-20T01:00:00Z","2026-11-20T01:00:00Z"],"perhaps":false}""", Taken },
        { """{"between":[null,null]}""", Occurrence.AtUnknownTime },
        { """{"between":[null,null],"perhaps":true}""", Occurrence.UnknownWhether },
        { """{"on":"2026-11-20","zone":"Asia/Shanghai"}""", Occurrence.Between(Instant.FromUtc(2026, 11, 19, 16, 0), Instant.FromUtc(2026, 11, 20, 16, 0).PlusNanoseconds(-1)) },
        { """{"zone":"America/New_York","on":"2026-11-01","perhaps":true}""", Occurrence.Between(Instant.FromUtc(2026, 11, 1, 4, 0), Instant.FromUtc(2026, 11, 2, 5, 0).PlusNanoseconds(-1)).Perhaps() },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void ReadFact_EverySpellingOfAnEvent_IsReadAndSurvivesWriting(string spelling, Occurrence expected)
    {
        Complaint complaint = Assert.IsType<Complaint>(PolicyJson.ReadFact($$"""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{{spelling}}}"""));

        Assert.Equal(expected, complaint.Resolved);
        Assert.Equal(complaint, PolicyJson.ReadFact(Written(complaint)));
    }

    [Fact]
    public void ReadFact_AbsentProperties_HaveTheirDefaults() => Assert.Equal(
        new Complaint { Id = "1", ReceivedAt = Taken },
        PolicyJson.ReadFact("""{"id":"1","receivedAt":"2026-11-20T01:00:00Z","type":"complaint"}"""));

    [Fact]
    public void WriteFact_EveryProperty_IsReadBack()
    {
        IFact[] facts =
        [
            new Complaint
            {
                Id = "CP-1", ReceivedAt = Taken, Tier = CustomerTier.GoTone, FiledBy = Filer.SomeoneElse, Ticket = Reference.Unknown,
                Scope = ComplaintScope.CrossProvince, FirstReply = Taken, Resolved = Occurrence.AtUnknownTime,
                Referred = Occurrence.UnknownWhether, ReferredTo = Referral.Hotline,
            },
            new DisputedCharge
            {
                Id = "CH-1", ChargedAt = Taken, Overcharge = Money.Cny(12.50m), InformationFees = Money.Cny(0.01m), ComplaintId = "CP-1",
                ChargingErrorEstablished = Taken, ResponsibilityEstablished = Taken, Responsible = ResponsibleParty.ThirdParty,
            },
            new RefundPayment { Id = "P-1", ChargeId = "CH-1", PaidAt = Taken, Amount = new Money(1m, Currency.Usd) },
        ];

        Assert.All(facts, fact => Assert.Equal(fact, PolicyJson.ReadFact(Written(fact))));
        PolicyCase @case = PolicyJson.ReadCase(WrittenCase(new PolicyCase(facts[0], facts[1..])));
        Assert.Equal(facts, @case.Facts);
    }

    [Fact]
    public void WriteFact_SumOfOtherProperties_IsNotWritten() => Assert.Equal(
        """{"type":"disputedCharge","id":"CH-1","chargedAt":"2026-11-20T01:00:00Z","overcharge":{"amount":3,"currency":"CNY"},"responsible":"unknown"}""",
        Written(new DisputedCharge { Id = "CH-1", ChargedAt = Taken, Overcharge = Money.Cny(3) }));

    [Theory]
    [InlineData("""{"type":"complant","id":"1"}""", 1, 9, "type", "This is no type of fact. Did you mean 'complaint'?")]
    [InlineData("""{"type":"zzzzzzzzz","id":"1"}""", 1, 9, "type", "This is no type of fact. The types are: {types}.")]
    [InlineData("""{"id":"1"}""", 1, 1, "", "The fact has no 'type'. The types are: {types}.")]
    [InlineData("{\n \"type\":\"refundPayment\",\n \"id\":\"1\", \"payedAt\":null}", 3, 12, "payedAt", "'payedAt' is no property of refundPayment. Did you mean 'paidAt'? The properties are: amount, channel, chargeId, id, paidAt, reason, returned.")]
    [InlineData("""{"type":"complaint","id":"1","id":"2"}""", 1, 30, "id", "'id' stands twice. Leave one out.")]
    [InlineData("""{"type":"complaint","id":"1"}""", 1, 1, "receivedAt", "'receivedAt' is missing: every complaint has it. Add it.")]
    [InlineData("""{"type":"complaint","id":7,"receivedAt":"2026-11-20T01:00:00Z"}""", 1, 26, "id", "id: '7' is not text: put it into quotes.")]
    [InlineData("""{"type":"complaint","id":null,"receivedAt":"2026-11-20T01:00:00Z"}""", 1, 26, "id", "id: 'null' is not text: put it into quotes.")]
    [InlineData("""{"type":"complaint","id":"电","receivedAt":"2026-11-20"}""", 1, 43, "receivedAt", "receivedAt: '2026-11-20' is not an instant: write it as 2026-11-20T01:00:00Z, with Z or an offset such as +08:00.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":null}""", 1, 43, "receivedAt", "receivedAt: 'null' is not an instant: write it as 2026-11-20T01:00:00Z, with Z or an offset such as +08:00.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"10000-01-01T00:00:00Z"}""", 1, 43, "receivedAt", "receivedAt: '10000-01-01T00:00:00Z' is not an instant: write it as 2026-11-20T01:00:00Z, with Z or an offset such as +08:00.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","tier":"VIP"}""", 1, 73, "tier", "tier: 'VIP' is not one of unknown, ordinary, goTone, vip.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","tier":3}""", 1, 73, "tier", "tier: '3' is not one of unknown, ordinary, goTone, vip.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":"yes"}""", 1, 77, "resolved", "resolved: 'yes' is not an event: give the instant, such as 2026-11-20T01:00:00Z, one of notHappened, unknownTime, unknownWhether, or a range, such as {\"between\":[\"2026-11-20T00:00:00+08:00\",null]}.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","ticket":{"state":"lost"}}""", 1, 75, "ticket", "ticket: an object is not a reference: give it as text, null for none, or {\"state\":\"unknown\"}.")]
    [InlineData("""{"type":"refundPayment","id":"1","chargeId":"2","paidAt":"2026-11-20T01:00:00Z","amount":{"amount":"1","currency":"CNY"}}""", 1, 100, "amount", "amount: '1' is not a number: write the amount without quotes, such as 12.50, with no more than 28 digits.")]
    [InlineData("""{"type":"refundPayment","id":"1","chargeId":"2","paidAt":"2026-11-20T01:00:00Z","amount":{"amount":1,"currency":"yuan"}}""", 1, 113, "amount", "amount: 'yuan' is not a currency: give the three capital letters of its ISO 4217 code, such as CNY.")]
    [InlineData("""{"type":"refundPayment","id":"1","chargeId":"2","paidAt":"2026-11-20T01:00:00Z","amount":{"amount":1e40,"currency":"CNY"}}""", 1, 100, "amount", "amount: '1e40' is not a number: write the amount without quotes, such as 12.50, with no more than 28 digits.")]
    [InlineData("""{"type":"refundPayment","id":"1","chargeId":"2","paidAt":"2026-11-20T01:00:00Z","amount":{"amount":1,"amount":2,"currency":"CNY"}}""", 1, 102, "amount", "amount: 'amount' is not wanted twice: leave one out.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":"2026-11-20"}""", 1, 77, "resolved", "resolved: '2026-11-20' is not an event: a day is a range of instants only in a zone. Write it as {\"on\":\"2026-11-20\",\"zone\":\"Asia/Shanghai\"}.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"on":"2026-11-20"}}""", 1, 77, "resolved", Range)]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"between":[null,null],"on":"2026-11-20","zone":"Asia/Shanghai"}}""", 1, 77, "resolved", Range)]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{}}""", 1, 77, "resolved", Range)]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"between":["2026-11-20T01:00:00Z"]}}""", 1, 88, "resolved", Ends)]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"between":[null,null,null]}}""", 1, 88, "resolved", Ends)]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"between":["2026-11-20T01:00:00.000000001Z","2026-11-20T01:00:00Z"]}}""", 1, 88, "resolved", Ends)]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"between":["2026-11-20",null]}}""", 1, 89, "resolved", "resolved: '2026-11-20' is not an instant: write it as 2026-11-20T01:00:00Z, with Z or an offset such as +08:00, or null for an open end.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"on":"2026-11-20","zone":"Shanghai"}}""", 1, 103, "resolved", "resolved: 'Shanghai' is not a time zone: give one of the tz database, such as Asia/Shanghai.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"on":"2026-02-30","zone":"Asia/Shanghai"}}""", 1, 83, "resolved", "resolved: '2026-02-30' is not a day: write it as 2026-11-20.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"between":[null,null],"perhaps":"yes"}}""", 1, 110, "resolved", "resolved: 'yes' is not true or false.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"between":[null,null],"between":[null,null]}}""", 1, 100, "resolved", "resolved: 'between' is not wanted twice: leave one out.")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":{"from":null}}""", 1, 78, "resolved", "resolved: 'from' is not a property of a range: there are between, on, zone, perhaps.")]
    [InlineData("[1]", 1, 1, "", "a list is not a fact. Write it as an object, {\"type\":…}.")]
    [InlineData("""{"type":"complaint","id":"1""", 1, 28, "", "The JSON ends before it is complete: the text is cut off. Give the whole of it.")]
    [InlineData("", 1, 1, "", "The JSON ends before it is complete: the text is cut off. Give the whole of it.")]
    public void ReadFact_WhatIsNoFact_SaysWhereAndWhy(string json, int line, int column, string path, string message)
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact(json));

        Assert.Equal(new FactMistake(message.Replace("{types}", string.Join(", ", FactTypes.Default.Names), StringComparison.Ordinal), line, column, path), error.Mistakes[0]);
        Assert.Equal((line, column, path), (error.Line, error.Column, error.Path));
    }

    [Fact]
    public void ReadCase_MistakeInAFurtherFact_NamesItsPlace()
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadCase("""
            {"root": {"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z"},
             "facts": [
               {"type":"refundPayment","id":"1","chargeId":"2","paidAt":"2026-11-20T01:00:00Z",
                "amount": 5}]}
            """));

        Assert.Equal((4, 15, "facts[0].amount"), (error.Line, error.Column, error.Path));
    }

    [Fact]
    public void ReadCase_NestedTooDeep_IsRefused() =>
        Assert.Throws<FactFormatException>(() => PolicyJson.ReadCase(new string('[', 100_000)));

    [Fact]
    public void ReadFact_BytesThatAreNoUtf8_AreRefused() =>
        Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact([.. "{\"type\":\"complaint\",\"id\":\""u8, 0xC3, 0x28, .. "\",\"receivedAt\":\"2026-11-20T01:00:00Z\"}"u8]));

    [Fact]
    public void ReadFact_FactOfTheHost_IsReadByItsOwnContext()
    {
        FactTypes types = FactTypes.Default.With(new HostJsonContext(PolicyJson.CreateOptions()).ParcelSent);

        ParcelSent parcel = new() { Id = "1", SentAt = Taken, Delivered = Occurrence.AtUnknownTime };

        Assert.Equal(parcel, PolicyJson.ReadFact("""{"type":"parcelSent","id":"1","sentAt":"2026-11-20T01:00:00Z","delivered":"unknownTime"}""", types));
        Assert.Throws<ArgumentException>(() => types.With(new HostJsonContext(PolicyJson.CreateOptions()).ParcelSent));
    }

    [Fact]
    public void Default_EveryFactOfTheLibrary_IsThere() => Assert.Equal(
        typeof(IFact).Assembly.GetTypes().Where(type => typeof(IFact).IsAssignableFrom(type) && type is { IsAbstract: false, IsInterface: false }).Select(type => JsonNamingPolicy.CamelCase.ConvertName(type.Name)).Order(StringComparer.Ordinal),
        FactTypes.Default.Names);

    [Fact]
    public void Default_EveryEnumOfAFact_IsReadByName() => Assert.All(
        FactTypes.Default.All.SelectMany(type => type.Members).Select(member => member.Json).Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum),
        property => Assert.StartsWith("EnumNameConverter", property.Options.GetTypeInfo(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).Converter.GetType().Name));

    [Fact]
    public void WriteDecision_AtRisk_HasTheStableMembers()
    {
        PolicyDecision decision = PolicyEngine.Create(ServiceStandards.Default).Evaluate(
            new Complaint { Id = "CP-1017", Tier = CustomerTier.Vip, ReceivedAt = Taken, FiledBy = Filer.AccountHolder, Ticket = "T-1", FirstReply = Occurrence.UnknownWhether },
            Taken + Duration.FromHours(7));

        using JsonDocument json = JsonDocument.Parse(Text(writer => PolicyJson.WriteDecision(writer, decision, CultureInfo.InvariantCulture)));

        JsonElement root = json.RootElement;
        Assert.Equal("complaint", root.GetProperty("case").GetProperty("type").GetString());
        Assert.Equal("atRisk", root.GetProperty("outcome").GetString());
        Assert.Equal("2026-11-20T09:00:00.000000001Z", root.GetProperty("nextChange").GetProperty("at").GetString());
        JsonElement finding = root.GetProperty("findings")[Assert.Single(root.GetProperty("deciding").EnumerateArray()).GetInt32()];
        Assert.Equal(
            """{"standard":"CMP-05","kind":"obligation","state":"atRisk","subject":{"type":"complaint","id":"CP-1017"},"severity":"major","holds":{"start":"2026-11-20T07:00:00Z","end":"2026-11-20T09:00:00.000000001Z"},"margin":{"start":"2026-11-20T01:00:00Z","limit":"PT8H","due":"2026-11-20T09:00:00Z","elapsed":"PT7H","slack":"PT1H"},"message":"CMP-05 at risk: resolve within 8 h, due 2026-11-20T09:00:00Z, 1 h left (ZJ principles 3)"}""",
            finding.GetRawText());
        Assert.Equal("FirstReply", root.GetProperty("findings").EnumerateArray().Single(other => other.GetProperty("kind").GetString() == "indeterminate").GetProperty("inputs")[0].GetString());
    }

    [Theory]
    [InlineData("PT8H", 8 * 3600L * 1_000_000_000)]
    [InlineData("-PT1H30M0.000000001S", -(5400L * 1_000_000_000 + 1))]
    [InlineData("PT0S", 0)]
    [InlineData("PT72H", 72 * 3600L * 1_000_000_000)]
    public void DurationText_Formatted_IsReadBack(string text, long nanoseconds)
    {
        Assert.Equal(text, DurationText.Format(Duration.FromNanoseconds(nanoseconds)));
        Assert.True(DurationText.TryParse(text, out Duration duration));
        Assert.Equal(Duration.FromNanoseconds(nanoseconds), duration);
    }

    private static string Written(IFact fact) => Text(writer => PolicyJson.WriteFact(writer, fact));

    private static string WrittenCase(PolicyCase @case) => Text(writer => PolicyJson.WriteCase(writer, @case));

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
