using NodaTime;
using Xunit;

namespace ServicePolicy.Tests.Rules;

public sealed class QuestionTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 2, 0);

    [Theory]
    [InlineData(YesNo.Yes, YesNo.Yes, YesNo.No, YesNo.Yes)]
    [InlineData(YesNo.Yes, YesNo.Unknown, YesNo.No, YesNo.Unknown)]
    [InlineData(YesNo.No, YesNo.Yes, YesNo.No, YesNo.No)]
    [InlineData(YesNo.Unknown, YesNo.Yes, YesNo.Yes, YesNo.Yes)]
    [InlineData(YesNo.Unknown, YesNo.No, YesNo.No, YesNo.No)]
    [InlineData(YesNo.Unknown, YesNo.Yes, YesNo.No, YesNo.Unknown)]
    [InlineData(YesNo.Unknown, YesNo.Yes, YesNo.Unknown, YesNo.Unknown)]
    public void Choose_Question_IsTheAnswerForIt(YesNo question, YesNo yes, YesNo no, YesNo expected) => Assert.Equal(expected, question.Choose(yes, no));

    [Theory]
    [InlineData(3, YesNo.No)]
    [InlineData(4, YesNo.Yes)]
    [InlineData(null, YesNo.Unknown)]
    public void IsAtLeast_Count_IsUnknownWhereNobodyCounted(int? count, YesNo expected) => Assert.Equal(expected, count.IsAtLeast(4));

    [Fact]
    public void Plus_SomeTimes_IsThatOftenLater()
    {
        Occurrence ring = Start;

        Assert.Equal(Start + Duration.FromSeconds(15), ring.Plus((Duration?)Duration.FromSeconds(5), times: 3));
        Assert.Equal(Occurrence.Between(Start + Duration.Epsilon * 3, null), ring.Plus(null, times: 3));
        Assert.Equal(Occurrence.NotHappened, Occurrence.NotHappened.Plus(null, times: 3));
        Assert.Equal(Occurrence.At(Instant.MaxValue), ring.Plus((Duration?)Duration.FromDays(6_000_000), times: 3));
    }
}
