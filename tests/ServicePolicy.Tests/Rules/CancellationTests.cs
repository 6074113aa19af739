using NodaTime;
using ServicePolicy.Rules;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>An evaluation that is cancelled ends at the next fact, standard or completion, and says nothing.</summary>
public sealed class CancellationTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly PolicyCase Two = new(Item("1"), [Item("2")]);

    public static TheoryData<string> Ways => ["of each fact", "of what the case has beside it", "of what may be"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void AnyEvaluation_CancelledOnTheWay_EndsThere(string way)
    {
        CancellationTokenSource stop = new();
        int asked = 0;
        PolicyEngine engine = Engine(way, () =>
        {
            asked++;
            stop.Cancel();
        });

        foreach (Action evaluate in (Action[])
        [
            () => engine.WithCancellation(stop.Token).Evaluate(Two, Nine),
            () => engine.WithCancellation(stop.Token).EvaluateRequest(Two, Nine),
            () => engine.WithCancellation(stop.Token).Timeline(Two, TestRules.Always),
            () => engine.WithCancellation(stop.Token).Explain(Two, Nine),
        ])
        {
            (stop, asked) = (new CancellationTokenSource(), 0);
            Assert.Throws<OperationCanceledException>(evaluate);
            Assert.Equal(1, asked);
        }
    }

    /// <summary>What a rule throws of its own is its fault.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public void Evaluate_RuleThatGivesUp_IsAtFault(string way) =>
        Assert.Throws<RuleFaultException>(() => Engine(way, () => throw new OperationCanceledException()).WithCancellation(TestContext.Current.CancellationToken).Evaluate(Two, Nine));

    private static Item Item(string id) => new() { Id = id, At = Nine, Done = Occurrence.UnknownWhether };

    private static PolicyEngine Engine(string way, Action on) => TestRules.Engine(
        rules =>
        {
            switch (way)
            {
                case "of each fact":
                    rules.Rule("T-01").For<Item>().Yield((item, to) => Say(item, to));
                    break;
                case "of what the case has beside it":
                    rules.Rule("T-01").For<Item>().Collect<Item>().Yield((item, _, to) => Say(item, to));
                    break;
                default:
                    int times = 0;
                    rules.Rule("T-01").For<Item>().Yield((item, to) =>
                    {
                        // The first time it is asked as it stands, then by each value that the unknown may have.
                        if (++times > 1)
                        {
                            on();
                        }

                        to.Duty(item.At, until: item.Done);
                    });
                    break;
            }

            void Say(Item item, FindingWriter to)
            {
                on();
                to.Permission(item.At);
            }
        },
        "T-01");
}
