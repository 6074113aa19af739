using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Pipeline;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class OrderedTests
{
    [Fact]
    public void Run_WorkOfAnyLength_IsGivenInOrderAndNeverMoreThanAFewThingsAreTaken()
    {
        int given = 0, most = 0;
        List<int> results = [];
        Ordered<int, int> ordered = new(
            3,
            thing =>
            {
                Thread.SpinWait(thing % 7 * 1000);
                return thing;
            },
            result =>
            {
                results.Add(result);
                given++;
            });

        ordered.Run(Things(), CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 1000), results);
        Assert.InRange(most, 1, 10);

        IEnumerable<int> Things()
        {
            for (int i = 0; i < 1000; i++)
            {
                most = Math.Max(most, i - given + 1);
                yield return i;
            }
        }
    }

    [Fact]
    public void Run_SourceThatFails_GivesWhatCameBeforeAndThenFails()
    {
        List<int> results = [];

        Assert.Throws<InputException>(() => new Ordered<int, int>(2, thing => thing, results.Add).Run(Things(), CancellationToken.None));

        Assert.Equal([1, 2, 3], results);

        static IEnumerable<int> Things()
        {
            yield return 1;
            yield return 2;
            yield return 3;
            throw new InputException("broken");
        }
    }

    [Fact]
    public void Run_Cancelled_TakesNoMoreAndGivesWhatWasTaken()
    {
        using CancellationTokenSource source = new();
        List<int> results = [];

        new Ordered<int, int>(2, thing => thing, results.Add).Run(Things(), source.Token);

        Assert.Equal(Enumerable.Range(0, 21), results);

        IEnumerable<int> Things()
        {
            for (int i = 0; ; i++)
            {
                if (i == 20)
                {
                    source.Cancel();
                }

                yield return i;
            }
        }
    }
}
