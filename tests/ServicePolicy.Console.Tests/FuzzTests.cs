using System.Diagnostics;
using System.Text;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Mapping;
using ServicePolicy.Samples.Tables;
using Xunit;

namespace ServicePolicy.Samples.Tests;

/// <summary>Readers under inputs that nobody would write. The environment variable FUZZ_RUNS says how many; a seed makes them, so that each run is the same.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20261126;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly int? Asked = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_RUNS"), out int runs) ? runs : null;
    private static readonly int Runs = Asked ?? 3000;

    private static readonly byte[][] Pieces =
    [
        .. new[] { "a", "b", ",", ",", ",", ";", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "é", "投", "🙂", "\uFEFF", "\uFFFF", "1", "12,50", "2026-03-02", "2026-03-02T01:00:00Z", "id", "\0", "a,b\n", "\"a\",b\n" }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE], [0xC3], [0xED, 0xA0, 0x80],
    ];

    private static readonly string[] Mappings =
    [
        """{"comment":["c"],"fact":"complaint","delimiter":",","encoding":"utf-8","zone":{"column":"a","map":{"1":"Asia/Shanghai","":"America/New_York"},"ignoreCase":true},"resolver":"lenient","skew":"PT5S","properties":{"id":{"column":"id"},"receivedAt":{"columns":["a","b"],"pattern":"yyyy-MM-dd HH:mm","separator":" "},"resolved":{"column":"b","date":"dd.MM.yy","firstTwoDigitYear":2000,"map":{"x":"notHappened"}},"firstReply":{"column":"b","unit":"seconds","since":"receivedAt"},"tier":{"column":"a","map":{"1":"vip"},"ignoreCase":false},"suspended":{"start":{"column":"a"},"end":{"column":"b"}}}}""",
        """{"fact":"hallDay","zone":"Asia/Shanghai","resolver":"strict","case":{"columns":["a"],"rows":"anywhere"},"properties":{"id":{"column":"a"},"hallId":{"column":"a"},"opensAt":{"column":"b","date":"yyyy-MM-dd","at":"09:00"},"closesAt":{"constant":"2026-03-02T10:00:00Z"}},"facts":[{"fact":"visit","when":{"column":"b","isNot":["x"]},"properties":{"id":{"column":"id"},"enteredAt":{"constant":"2026-03-02T02:00:00Z"},"served":{"column":"b","unit":"clock","since":"enteredAt"}}}]}""",
        """{"fact":"disputedCharge","properties":{"id":{"column":"id"},"chargedAt":{"column":"b"},"overcharge":{"column":"a","currency":{"column":"b","map":{"元":"CNY"}}}},"files":{"p":{"path":"none.csv","key":["a"],"match":["id"]}},"facts":[{"fact":"refundPayment","file":"p","properties":{"id":{"column":"a"},"chargeId":{"column":"a"},"paidAt":{"column":"b"},"amount":{"column":"c","currency":"CNY"}}}]}""",
        """{"fact":"passwordCandidate","properties":{"id":{"column":"id"},"accountId":{"column":"a"},"proposedAt":{"column":"b"},"password":{"column":"b"},"reuse":{"constant":"none"}}}""",
    ];

    [Fact]
    public void Read_AnyBytesAsATable_GivesEveryLineToOneItem()
    {
        Random random = new(Seed);
        for (int run = 0; run < Runs; run++)
        {
            byte[] csv = [.. "id,a,b\n"u8, .. Enumerable.Range(0, random.Next(40)).SelectMany(_ => Pieces[random.Next(Pieces.Length)])];
            int size = random.Next(1, 64);
            Bounded(() => Tables(csv, size), csv);
        }
    }

    [Fact]
    public void Read_AnyMutationOfAMapping_IsReadOrRefusedWithItsPlace()
    {
        Random random = new(Seed);
        byte[] csv = Encoding.UTF8.GetBytes("id,a,b,c\n1,1,2026-03-02,5\n2,2026-03-02,09:00,6\n3,12.50,x,\n,,,\n");
        int read = 0;
        Assert.All(Mappings, mapping => Assert.True(Maps(Encoding.UTF8.GetBytes(mapping), csv)));
        for (int run = 0; run < Runs; run++)
        {
            byte[] mapping = Mutate(Encoding.UTF8.GetBytes(Mappings[random.Next(Mappings.Length)]), random);
            bool isRead = false;
            Bounded(() => isRead = Maps(mapping, csv), mapping);
            read += isRead ? 1 : 0;
        }

        // Enough mutations are so small that a mapping is left, and enough are not.
        Assert.InRange(read, Runs / 100, Runs * 9 / 10);
    }

    /// <summary>No exception, and in a long run no input that takes long, whenever it is tried: a machine may have stood still once.</summary>
    private static void Bounded(Action run, byte[] input)
    {
        try
        {
            TimeSpan took = TimeSpan.MaxValue;
            for (int tries = 0; tries < 3 && took >= Longest; tries++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                run();
                took = Asked is null ? TimeSpan.Zero : watch.Elapsed;
            }

            Assert.True(took < Longest, $"{took} for {Convert.ToBase64String(input)}");
        }
        catch (Exception wrong) when (wrong is not (InputException or Xunit.Sdk.XunitException))
        {
            Assert.Fail($"{Convert.ToBase64String(input)}\n{wrong}");
        }
    }

    /// <summary>Reads the bytes at once and a few at a time, which comes to the same; the items are in order, and no row holds what is on the line of another.</summary>
    private static void Tables(byte[] csv, int size)
    {
        TableColumns columns = new();
        Column a = columns.Of("a"), b = columns.Of("b");
        TableForm form = new(',', null, false);
        TableItem[] items = [.. new CsvTable("t", form, columns).Read(new MemoryStream(csv))];
        TableItem[] again = [.. new CsvTable("t", form, columns).Read(new DribblingStream(csv, size))];
        Assert.Equal(items.Select(Told), again.Select(Told));
        Assert.Equal(items.Select(item => item.Place.Line), items.Select(item => item.Place.Line).Distinct().Order());

        // Every line that is not blank is the first of an item, or within the quotation marks of a row.
        string[] lines = Encoding.UTF8.GetString(csv).Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        HashSet<int> begun = [.. items.Select(item => item.Place.Line)];
        for (int line = 2, last = 1; line <= lines.Length; line++)
        {
            if (begun.Contains(line))
            {
                TableItem item = items.Single(item => item.Place.Line == line);
                last = item.Row is { } row ? line + Breaks(row[a]) + Breaks(row[b]) : line;
            }
            else if (line > last && lines[line - 1].Trim('\uFEFF').Length > 0)
            {
                TableItem before = items.LastOrDefault(item => item.Place.Line < line);
                Assert.True(before.Row is not null || before.Error?.Contains("It reaches to line", StringComparison.Ordinal) == true, $"line {line} is in no item");
            }
        }

        string Told(TableItem item) => item.Row is { } row ? $"{row[a]}|{row[b]}" : $"{item.Place}: {item.Error}";

        static int Breaks(string cell) => cell.Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Length - 1;
    }

    private static bool Maps(byte[] mapping, byte[] csv)
    {
        TableMapping read;
        try
        {
            read = MappingFile.Read(JsonSpot.Parse("map.json", mapping), Path.GetTempPath(), null);
        }
        catch (InputException refused)
        {
            Assert.Matches(@"^map\.json:\d+:\d+: ", refused.Message);
            return false;
        }

        if (read.Files.Count == 0)
        {
            using InputFile file = InputFile.Open(InputFile.Standard, new MemoryStream(csv), CaseFormat.Csv, hasMapping: true);
            Assert.All(CaseFile.Batches(file, read).SelectMany(batch => batch.Read()), reading => Assert.True(reading.Case is null != reading.Error is null));
        }

        return true;
    }

    private static byte[] Mutate(byte[] text, Random random)
    {
        List<byte> mutated = [.. text];
        for (int i = random.Next(1, 3); i > 0; i--)
        {
            int at = random.Next(mutated.Count), length = Math.Min(random.Next(1, 12), mutated.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    mutated.RemoveRange(at, length);
                    break;
                case 1:
                    mutated.InsertRange(at, mutated.GetRange(at, length));
                    break;
                case 2:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 3:
                    mutated.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 4 or 5 or 6:
                    Replace(mutated, random);
                    break;
                default:
                    int from = random.Next(mutated.Count);
                    mutated.InsertRange(at, mutated.GetRange(from, Math.Min(random.Next(1, 40), mutated.Count - from)));
                    break;
            }

            if (mutated.Count == 0)
            {
                mutated.Add((byte)' ');
            }
        }

        return [.. mutated];
    }

    /// <summary>Puts another value where one stands in quotation marks.</summary>
    private static void Replace(List<byte> text, Random random)
    {
        string[] values = ["\"\"", "\"\\ud800\"", "null", "5", "[]", "{}", "true", "\"id\"", "\"constant\"", "\"since\"", "\"receivedAt\"", "\"9999-12-31\"", "\"PT99999999H\"", "-1", "99999999999", "\"yy\"", "\"complaint\"", "\"P\""];
        int open = text.IndexOf((byte)'"', random.Next(text.Count));
        int close = open < 0 ? -1 : text.IndexOf((byte)'"', open + 1);
        if (close > 0)
        {
            text.RemoveRange(open, close - open + 1);
            text.InsertRange(open, Encoding.UTF8.GetBytes(values[random.Next(values.Length)]));
        }
    }
}
