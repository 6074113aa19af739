using System.Text;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

public sealed class CaseStreamTests
{
    private const string Good = """{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z"}""";
    private const string Bad = """{"type":"complaint","id":"1"}""";

    [Theory]
    [InlineData(Good, 1)]
    [InlineData($"[{Good},\n{Good}]", 2)]
    [InlineData($"{Good}\n{Good}\n", 2)]
    [InlineData($"\uFEFF [ {Good} , {Good},{Good} ] \n", 3)]
    [InlineData("[]", 0)]
    public void ReadDocument_Cases_AreAllRead(string json, int count) =>
        Assert.All(ReadInPieces(json, count), reading => Assert.NotNull(reading.Case));

    [Fact]
    public void ReadDocument_BadCase_IsAnItemAndTheRestGoesOn()
    {
        List<CaseReading> readings = ReadInPieces($"[{Good},\n  {Bad},\n{Good}]", 3);

        Assert.Equal((2, 3), (readings[1].Error!.Line, readings[1].Error!.Column));
        Assert.NotNull(readings[2].Case);
    }

    [Theory]
    [InlineData("", 1, 1, "The file is empty.")]
    [InlineData(" \n", 1, 1, "The file is empty.")]
    [InlineData($"[{Good},\n{{\"type\":\"com", 2, 13, "The JSON ends before it is complete")]
    [InlineData($"[{Good},\n  nonsense", 2, 4, "This is no JSON")]
    [InlineData($"[{Good},\n 电", 2, 2, "This is no JSON")]
    public void ReadDocument_BrokenJson_IsTheLastItem(string json, int line, int column, string message)
    {
        FactFormatException error = ReadInPieces(json)[^1].Error!;

        Assert.StartsWith(message, error.Message);
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void ReadLines_BrokenLine_IsAnItemAndTheRestGoesOn()
    {
        using Trickle stream = new($"{Good}\n{{\"type\":\n\n{Bad}\r\n{Good}");
        List<CaseReading> readings = [.. PolicyJson.ReadCaseLines(stream)];

        Assert.Equal([1, 2, 4, 5], readings.Select(reading => reading.Line));
        Assert.Equal([true, false, false, true], readings.Select(reading => reading.Case is not null));
    }

    [Fact]
    public void ReadDocument_ManyCases_ReadsNoFurtherThanItsBuffer()
    {
        using Endless stream = new(Good, 200_000);
        int count = 0;
        foreach (CaseReading reading in PolicyJson.ReadCases(stream))
        {
            Assert.NotNull(reading.Case);
            count++;
            Assert.InRange(stream.Given - count * (long)(Good.Length + 2), -2, 1 << 16);
        }

        Assert.Equal(200_000, count);
    }

    private static List<CaseReading> ReadInPieces(string json, int? count = null)
    {
        using Trickle slowly = new(json);
        using MemoryStream atOnce = new(Encoding.UTF8.GetBytes(json));
        List<CaseReading> readings = [.. PolicyJson.ReadCases(slowly)];
        Assert.Equal(readings.Select(Place), PolicyJson.ReadCases(atOnce).Select(Place));
        Assert.Equal(count ?? readings.Count, readings.Count);
        return readings;

        static (int, int, string?) Place(CaseReading reading) => (reading.Line, reading.Column, reading.Error?.Message[..10]);
    }

    /// <summary>Gives a byte at a time.</summary>
    private sealed class Trickle(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }

    /// <summary>A list of one text many times over.</summary>
    private sealed class Endless(string text, int times) : Stream
    {
        private readonly byte[] item = Encoding.UTF8.GetBytes(text + ",\n");
        private readonly byte[] last = Encoding.UTF8.GetBytes(text + "]");
        private byte[] current = "["u8.ToArray();
        private int given;
        private int left = times;

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (given == current.Length)
            {
                if (left == 0)
                {
                    return 0;
                }

                given = 0;
                current = --left == 0 ? last : item;
            }

            int size = Math.Min(count, current.Length - given);
            current.AsSpan(given, size).CopyTo(buffer.AsSpan(offset));
            given += size;
            Given += size;
            return size;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
