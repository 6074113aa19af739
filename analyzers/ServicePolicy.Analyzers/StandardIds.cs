namespace ServicePolicy.Analyzers;

/// <summary>The Ids of the library's standards, for a compiler that does not run the library. Made from the catalogue, as docs/standards.md says.</summary>
internal static class StandardIds
{
    public static readonly string[] All =
    [
        "CMP-01", "CMP-02", "CMP-03", "CMP-04", "CMP-05", "CMP-06", "CMP-07", "CMP-08", "CMP-09", "CMP-10", "CMP-11", "CMP-12", "CMP-13", "CMP-14",
        "CMP-15", "CMP-16", "CMP-17", "CMP-18", "CMP-19", "CMP-20", "CMP-21", "CMP-22", "CMP-23", "CMP-24",
        "CNV-01", "CNV-02", "CNV-03", "CNV-04", "CNV-05", "CNV-06", "CNV-07", "CNV-08", "CNV-09", "CNV-10", "CNV-11",
        "CRD-01", "CRD-02", "CRD-03", "CRD-04", "CRD-05", "CRD-06", "CRD-07", "CRD-08", "CRD-09", "CRD-10", "CRD-11", "CRD-12", "CRD-13", "CRD-14",
        "CRD-15",
        "CUS-01", "CUS-02", "CUS-03", "CUS-04", "CUS-05", "CUS-06", "CUS-07", "CUS-08", "CUS-09", "CUS-10", "CUS-11", "CUS-12",
        "HND-01", "HND-02", "HND-03", "HND-04", "HND-05", "HND-06", "HND-07", "HND-08", "HND-09", "HND-10", "HND-11", "HND-12", "HND-13", "HND-14",
        "HND-15", "HND-16", "HND-17", "HND-18", "HND-19", "HND-20", "HND-21", "HND-22", "HND-23", "HND-24", "HND-25", "HND-26", "HND-27",
        "INS-01", "INS-02", "INS-03", "INS-04", "INS-05", "INS-06", "INS-07", "INS-08", "INS-09", "INS-10", "INS-11", "INS-12", "INS-13",
        "MSG-01", "MSG-02", "MSG-03", "MSG-04", "MSG-05", "MSG-06", "MSG-07", "MSG-08", "MSG-09", "MSG-10", "MSG-11", "MSG-12",
        "OPS-01", "OPS-02", "OPS-03", "OPS-04", "OPS-05", "OPS-06", "OPS-07", "OPS-08", "OPS-09", "OPS-10", "OPS-11", "OPS-12",
        "PRV-01", "PRV-02", "PRV-03", "PRV-04", "PRV-05", "PRV-06", "PRV-07",
        "RFD-01", "RFD-02", "RFD-03", "RFD-04", "RFD-05", "RFD-06", "RFD-07", "RFD-08", "RFD-09", "RFD-10", "RFD-11",
        "SUB-01", "SUB-02", "SUB-03", "SUB-04", "SUB-05", "SUB-06", "SUB-07", "SUB-08", "SUB-09", "SUB-10", "SUB-11", "SUB-12", "SUB-13", "SUB-14",
        "SUB-15", "SUB-16", "SUB-17", "SUB-18", "SUB-19", "SUB-20",
    ];
}
