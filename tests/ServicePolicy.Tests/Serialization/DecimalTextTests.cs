using System.Globalization;
using System.Numerics;
using System.Text;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>One rule for numbers: invariant, no separators of thousands, never rounded.</summary>
public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("-3", "-3")]
    [InlineData("+3", "3")]
    [InlineData(".5", "0.5")]
    [InlineData("7922816251426433759354395033", "7922816251426433759354395033")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("000000000000000000000000000000000012", "12")]
    [InlineData("1.000000000000000000000000000000000000", "1")]
    public void TryParse_Number_IsExactlyThat(string text, string number)
    {
        Assert.True(DecimalText.TryParse(text, out decimal parsed));
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), parsed);
    }

    [Theory]
    [InlineData("12,50")]
    [InlineData("1,000")]
    [InlineData("1 000")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("(5)")]
    [InlineData("¥5")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("1-")]
    [InlineData("")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("99999999999999999999999999999")]
    public void TryParse_NoNumberOrOneToBeRounded_IsNone(string text) => Assert.False(DecimalText.TryParse(text, out _));

    /// <summary>What is called exact is what big integers say it is, and nothing exact of up to 28 digits is refused.</summary>
    [Fact]
    public void IsExact_NumbersOfAnyLength_AgreesWithBigIntegers()
    {
        Random random = new(14);
        for (int i = 0; i < 20_000; i++)
        {
            string whole = Digits(random, 0, 20), fraction = Digits(random, 0, 20);
            string text = $"{(random.Next(2) == 0 ? "-" : string.Empty)}{(whole.Length == 0 ? "0" : whole)}{(fraction.Length > 0 ? $".{fraction}" : string.Empty)}";
            int exponent = random.Next(3) == 0 ? random.Next(-32, 32) : 0;
            string number = exponent == 0 ? text : $"{text}e{exponent.ToString(CultureInfo.InvariantCulture)}";
            if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value))
            {
                continue;
            }

            bool same = Scaled(text, fraction.Length - exponent) == Scaled(value.ToString(CultureInfo.InvariantCulture), value.Scale);
            bool exact = DecimalText.IsExact(Encoding.UTF8.GetBytes(number));
            Assert.True(!exact || same, $"'{number}' is read as '{value}', and called exact.");
            Assert.True(exact || !same || text.Count(char.IsAsciiDigit) + Math.Abs(exponent) > 28, $"'{number}' is read exactly, and refused.");
        }
    }

    private static string Digits(Random random, int least, int most) => string.Concat(Enumerable.Range(0, random.Next(least, most)).Select(_ => random.Next(3) == 0 ? 0 : random.Next(10)));

    /// <summary>The number times ten to the hundredth power.</summary>
    private static BigInteger Scaled(string text, int scale) => BigInteger.Parse(text.Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture) * BigInteger.Pow(10, 100 - scale);
}
