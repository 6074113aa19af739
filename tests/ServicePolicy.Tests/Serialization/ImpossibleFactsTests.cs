using System.Text;
using System.Text.Json;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>Facts on messages, subscriptions, customer information and conversation that cannot be, and what is said of them.</summary>
public sealed class ImpossibleFactsTests
{
    [Theory]
    [InlineData("""{"type":"customerMessage","id":"M","customerId":"C","queuedAt":"2026-03-02T02:00:00Z","zone":"Mars/Olympus"}""", "CustomerMessage M, zone: 'Mars/Olympus' is no time zone. Give one of the tz database, such as Asia/Shanghai.")]
    [InlineData("""{"type":"customerMessage","id":"M","customerId":"C","queuedAt":"2026-03-02T02:00:00Z","sent":"2026-03-02T01:59:59.999999999Z"}""", "CustomerMessage M, sent: '2026-03-02T01:59:59.999999999Z' is before queuedAt '2026-03-02T02:00:00Z'. Give the instants in the order in which they happened.")]
    [InlineData("""{"type":"usageMonth","id":"U","customerId":"C","dates":{"start":"2026-03-31T16:00:00Z","end":null}}""", "UsageMonth U, dates: '2026-03-31T16:00:00Z/EndOfTime' is open. Give the start and the end of the month.")]
    [InlineData("""{"type":"freeTrial","id":"F","beganAt":"2026-03-02T02:00:00Z","endsAt":"2026-03-02T02:00:00Z"}""", "FreeTrial F, endsAt: '2026-03-02T02:00:00Z' is not after beganAt '2026-03-02T02:00:00Z'. Give the end of the trial.")]
    [InlineData("""{"type":"paymentOffer","id":"P","offeredAt":"2026-03-02T02:00:00Z","amount":{"amount":-0.01,"currency":"CNY"}}""", "PaymentOffer P, amount: '-0.01 CNY' is negative. Give an amount of zero or more.")]
    [InlineData("""{"type":"pointsRequest","id":"P","askedAt":"2026-03-02T02:00:00Z","balance":-1,"points":0}""", "PointsRequest P, balance: '-1' is negative. Give a count of zero or more.")]
    [InlineData("""{"type":"dataDisclosure","id":"D","askedAt":"2026-03-02T02:00:00Z","items":[]}""", "DataDisclosure D, items: there is none. Give every kind of information that is disclosed.")]
    [InlineData("""{"type":"utterance","id":"U","conversationId":"C","saidAt":"2026-03-02T02:00:00Z","text":"","length":"PT0S"}""", "Utterance U, length: '0:00:00:00' is no time. Give how long it takes to say it, more than zero.")]
    public void ReadCase_FactThatCannotBe_SaysWhatIsWrong(string json, string problem) =>
        Assert.Equal(problem, Assert.Single(Assert.Throws<InvalidFactException>(() => PolicyJson.ReadCase(json).ThrowIfImpossible()).Problems).ToString());

    [Theory]
    [InlineData("""{"type":"customerMessage","id":"M","customerId":"C","queuedAt":"2026-03-02T02:00:00Z","approved":"2026-03-01T02:00:00Z","filed":"2026-03-03T02:00:00Z"}""")]
    [InlineData("""{"type":"accountSuspension","id":"S","dueSince":"2026-03-02T02:00:00Z","warned":"2026-03-01T02:00:00Z","suspended":"2026-03-02T02:00:00Z"}""")]
    [InlineData("""{"type":"serviceOrder","id":"O","orderedAt":"2026-03-02T02:00:00Z","activationTold":"2026-03-02T02:00:00Z","activated":"2026-03-02T03:00:00Z"}""")]
    [InlineData("""{"type":"absence","id":"A","leftAt":"2026-03-02T02:00:00Z","consented":"2026-03-02T03:00:00Z"}""")]
    [InlineData("""{"type":"disclosureGround","id":"G","disclosureId":"D","invokedAt":"2026-03-02T02:00:00Z"}""")]
    public void ReadCase_UnusualOrderOfEvents_IsPossible(string json) => PolicyJson.ReadCase(json).ThrowIfImpossible();

    [Fact]
    public void WriteFact_Utterance_HidesWhatIsSaid()
    {
        IFact said = PolicyJson.ReadFact("""{"type":"utterance","id":"U","conversationId":"C","saidAt":"2026-03-02T02:00:00Z","text":"我的密码是482910"}""");
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            PolicyJson.WriteFact(writer, said);
        }

        Assert.DoesNotContain("482910", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.DoesNotContain("482910", said.ToString());
    }
}
