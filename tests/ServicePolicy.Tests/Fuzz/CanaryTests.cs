using System.Text;
using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.Serialization;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using Xunit;

namespace ServicePolicy.Tests.Fuzz;

/// <summary>No error that a changed valid text can give says anything of a secret in it: not a character.</summary>
public sealed class CanaryTests
{
    /// <summary>A character that stands nowhere else, so that no piece of a secret goes unseen.</summary>
    private const char Mark = 'Ж';

    private static readonly string Canary = new(Mark, 24);

    /// <summary>Every type of fact that holds secrets, with one of each in it.</summary>
    private static readonly string[] Facts =
    [
        .. from model in FactDomain.Library.Models
           where model.Slots.Any(slot => slot.Type == typeof(Secret))
           select Of(model),
    ];

    private static readonly byte[][] Alone = [.. Facts.Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] Cases =
    [
        .. from fact in Facts
           from form in new[] { "{\"root\":{0},\"facts\":[{1}]}", "{\"root\":{1},\"facts\":[{0},{1}]}", "{\"root\":{0},\"facts\":[{0}]}" }
           select Encoding.UTF8.GetBytes(form.Replace("{0}", """{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","tier":"vip","filedBy":"accountHolder","resolved":{"on":"2026-11-20","zone":"Asia/Shanghai"}}""", StringComparison.Ordinal).Replace("{1}", fact, StringComparison.Ordinal)),
    ];

    [Fact]
    public void Facts_OfTheLibrary_AreThoseWithSecrets() => Assert.Contains(Facts, fact => fact.Contains("passwordCandidate", StringComparison.Ordinal));

    [Fact]
    public void ReadCase_ChangedFactWithASecret_TellsNothingOfIt() => FuzzRun.Check("canary", random => Mutation.Of(random, Alone), Check, Encoding.UTF8.GetString);

    /// <summary>Where a change would take away all that tells of the secret, and leave it in another fact, nobody could know; so changes here are small ones.</summary>
    [Fact]
    public void ReadCase_ChangedCaseWithASecret_TellsNothingOfIt() => FuzzRun.Check("canary-case", random => Mutation.Of(random, Cases, most: 20), Check, Encoding.UTF8.GetString);

    [Theory]
    [InlineData("""{"type":"passwordCandidate","id":"1","accountId":"2","proposedAt":"2026-11-20T01:00:00Z","reuse":none,"password":"{0}"}""", 1, 99)]
    [InlineData("""{"type":"passwordCandidate","id":"1","accountId":"{0}","proposedAt":"{0}","password":"2026-11-20T01:00:00Z"}""", 1, 90)]
    [InlineData("""{"type":"passwordCandidate","{0}":"password"}""", 1, 29)]
    [InlineData("""{"type":"{0}","password":"passwordCandidate"}""", 1, 9)]
    [InlineData("""{"type":"passwordCandidate","reuse":{"{0}":1}}""", 1, 37)]
    [InlineData("""{"root":{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","tier":"{0}"},"facts":[{"type":"passwordCandidate","id":"1","accountId":"2","proposedAt":"2026-11-20T01:00:00Z","password":"vip"}]}""", 1, 81)]
    [InlineData("""{"root":{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","tier":"{0}"},"facts":[{"type":"complaint","id":"2","receivedAt":"2026-11-20T01:00:00Z","password":"vip"}]}""", 1, 81)]
    [InlineData("""{"root":"{0}","facts":["{0}"]}""", 1, 9)]
    public void ReadCase_SecretInTheWrongPlace_ShowsThePlaceAlone(string form, int line, int column)
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadCase(form.Replace("{0}", Canary, StringComparison.Ordinal)));

        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.DoesNotContain(Mark, error.ToString());
        Assert.All(error.Mistakes, mistake => Assert.DoesNotContain(Mark, mistake.ToString()));
    }

    private static string Check(byte[] json)
    {
        try
        {
            PolicyCase @case = PolicyJson.ReadCase(json);
            Assert.True(@case.Facts.Any(fact => fact is not (PasswordCandidate or ServicePassword)) || !Encoding.UTF8.GetString(Texts.Of(@case)).Contains(Mark, StringComparison.Ordinal) || IsInAnId(@case), "A secret was written.");
            return "read";
        }
        catch (FactFormatException refused)
        {
            Assert.DoesNotContain(Mark, refused.ToString());
            Assert.All(refused.Mistakes, mistake => Assert.DoesNotContain(Mark, mistake.ToString()));
            return nameof(FactFormatException);
        }
    }

    /// <summary>Whether a change has moved the secret to where it is none.</summary>
    private static bool IsInAnId(PolicyCase @case) => @case.Facts.Any(fact => FactDomain.Library.Of(fact).Slots.Any(slot => slot.Get(fact) is string text && text.Contains(Mark, StringComparison.Ordinal)));

    private static string Of(FactModel model)
    {
        IFact fact = model.New();
        foreach (FactSlot slot in model.Slots)
        {
            if (slot.Type == typeof(Secret))
            {
                slot.Set(fact, new Secret(Canary));
            }
            else if (slot.Type == typeof(string))
            {
                slot.Set(fact, "1");
            }
            else if (slot.Type == typeof(Instant))
            {
                slot.Set(fact, Instant.FromUtc(2026, 11, 20, 1, 0));
            }
        }

        return Encoding.UTF8.GetString(Texts.Of(new PolicyCase(fact))).Replace("••••••••", Canary, StringComparison.Ordinal);
    }
}
