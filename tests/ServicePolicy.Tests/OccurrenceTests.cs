using NodaTime;
using Xunit;

namespace ServicePolicy.Tests;

public sealed class OccurrenceTests
{
    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/New_York")]
    public void On_FirstAndLastDayOfTime_AreOpenThere(string zone)
    {
        DateTimeZone where = DateTimeZoneProviders.Tzdb[zone];
        Occurrence first = Occurrence.On(LocalDate.MinIsoValue, where), last = Occurrence.On(LocalDate.MaxIsoValue, where);

        Assert.Null(first.Earliest);
        Assert.Equal(where.AtStartOfDay(LocalDate.MinIsoValue.PlusDays(1)).ToInstant() - Duration.Epsilon, first.Latest);
        Assert.Equal(where.AtStartOfDay(LocalDate.MaxIsoValue).ToInstant(), last.Earliest);
        Assert.Null(last.Latest);
    }
}
