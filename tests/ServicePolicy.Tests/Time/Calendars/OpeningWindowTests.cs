using System.Globalization;
using NodaTime;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Time.Calendars;

public sealed class OpeningWindowTests
{
    [Theory]
    [InlineData("09:00-17:00", "09:00-17:00", false)]
    [InlineData(" 18:00 - 24:00 ", "18:00-24:00", true)]
    [InlineData("18:00-24:00:00", "18:00-24:00", true)]
    [InlineData("18:00-00:00", "18:00-24:00", true)]
    [InlineData("22:00-06:00", "22:00-06:00", true)]
    [InlineData("09:00:30-17:00:00.000000001", "09:00:30-17:00:00.000000001", false)]
    public void TryParse_Window_ReadsBackWhatItWrites(string text, string written, bool endsNextDay)
    {
        Assert.True(OpeningWindow.TryParse(text, out OpeningWindow? window));
        Assert.Equal((written, endsNextDay), (window.ToString(), window.EndsNextDay));
        Assert.True(OpeningWindow.TryParse(window.ToString(), out OpeningWindow? again));
        Assert.Equal(window, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("09:00")]
    [InlineData("9:00-17:00")]
    [InlineData("24:00-06:00")]
    [InlineData("09:00-24:01")]
    [InlineData("09:00-25:00")]
    [InlineData("09:00-12:00-17:00")]
    [InlineData("9am-5pm")]
    public void TryParse_NoWindow_IsFalse(string? text)
    {
        Assert.False(OpeningWindow.TryParse(text, out OpeningWindow? window));
        Assert.Null(window);
    }

    [Fact]
    public void TryParse_CultureWithOtherSeparators_IsTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");
            Assert.True(OpeningWindow.TryParse("09:00-17:00", out OpeningWindow? window));
            Assert.Equal("09:00-17:00", window.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Factories_EveryForm_SayWhereTheWindowEnds()
    {
        Assert.Equal("00:00-24:00", OpeningWindow.WholeDay.ToString());
        Assert.Equal(LocalTime.Midnight, OpeningWindow.UntilMidnight(new LocalTime(18, 0)).End);
        Assert.Equal("22:00-22:00", OpeningWindow.OverMidnight(new LocalTime(22, 0), new LocalTime(22, 0)).ToString());
    }
}
