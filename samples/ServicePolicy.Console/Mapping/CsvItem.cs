using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Rows that make a case, or why some do not.</summary>
internal readonly record struct CsvItem(RowCase? Rows, Place Place, string? Error)
{
    public CsvItem(RowCase rows)
        : this(rows, default, null)
    {
    }

    public CsvItem(TableItem wrong)
        : this(null, wrong.Place, wrong.Error)
    {
    }

    public Reading Read() => Rows?.Read() ?? new Reading(null, Error, Place);
}
