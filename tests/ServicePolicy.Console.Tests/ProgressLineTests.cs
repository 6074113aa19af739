using ServicePolicy.Samples.Pipeline;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter terminal = new();
    private TimeSpan elapsed;

    [Theory]
    [InlineData(2, 100_000, 50, "\r50 %  100,000 cases, 50,000 a second, 2 s left")]
    [InlineData(100, 100_000, 10, "\r10 %  100,000 cases, 1,000 a second, 15 min 0 s left")]
    public void Report_LengthKnown_TellsRateAndTimeLeft(int seconds, long cases, long bytes, string expected)
    {
        Line(seconds).Report(cases, bytes, 100);

        Assert.Equal(expected, terminal.ToString());
    }

    [Fact]
    public void Report_LengthUnknown_TellsTheRateAlone()
    {
        Line(2).Report(1000, 0, null);

        Assert.Equal("\r1,000 cases, 500 a second", terminal.ToString());
    }

    [Fact]
    public void Report_SoonAgain_WritesNothing()
    {
        ProgressLine line = Line(2);
        line.Report(1000, 1, 2);
        string first = terminal.ToString();

        elapsed += TimeSpan.FromMilliseconds(199);
        line.Report(2000, 2, 2);
        Assert.Equal(first, terminal.ToString());

        elapsed += TimeSpan.FromMilliseconds(1);
        line.Report(2000, 2, 2);
        Assert.NotEqual(first, terminal.ToString());
    }

    [Fact]
    public void Clear_AfterAReport_LeavesAnEmptyLineAndDoesNothingTwice()
    {
        ProgressLine line = Line(2);
        line.Report(1000, 0, null);
        line.Clear();
        line.Clear();

        Assert.EndsWith("\r" + new string(' ', "1,000 cases, 500 a second".Length) + "\r", terminal.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => terminal.Dispose();

    private ProgressLine Line(int seconds)
    {
        elapsed = TimeSpan.FromSeconds(seconds);
        return new ProgressLine(terminal, () => elapsed);
    }
}
