using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Inspection;

/// <summary>What an inspector looks at, item by item; <see cref="Checklist"/> has what belongs to each.</summary>
[JsonConverter(typeof(EnumNameConverter<InspectionItem>))]
public enum InspectionItem : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>INS-01.01: The uniform is worn.</summary>
    Uniform,

    /// <summary>INS-01.02: The uniform is clean and pressed.</summary>
    UniformPressed,

    /// <summary>INS-01.03: There is a badge.</summary>
    Badge,

    /// <summary>INS-01.04: The badge is on the left chest, or at the counter facing out.</summary>
    BadgePosition,

    /// <summary>INS-01.05: Trousers or a skirt.</summary>
    TrousersOrSkirt,

    /// <summary>INS-01.06: Plain black shoes.</summary>
    Shoes,

    /// <summary>INS-01.07: The height of women's heels.</summary>
    HeelHeight,

    /// <summary>INS-01.08: Hair is tidy.</summary>
    HairTidy,

    /// <summary>INS-01.09: Hair is of a natural colour.</summary>
    HairColour,

    /// <summary>INS-01.10: Hair is off the face and the collar.</summary>
    HairOffFaceAndCollar,

    /// <summary>INS-01.11: The length of nails.</summary>
    NailLength,

    /// <summary>INS-01.12: Nails have no colour.</summary>
    NailColour,

    /// <summary>INS-01.13: Make-up is light, if there is any.</summary>
    MakeUp,

    /// <summary>INS-01.14: How many plain ornaments there are of one kind.</summary>
    Ornaments,

    /// <summary>INS-01.15: Perfume, on which the handbooks differ; the inspector judges by those that are enforced.</summary>
    Perfume,

    /// <summary>INS-02.01: Customers are met with a smile.</summary>
    Smile,

    /// <summary>INS-02.02: Mandarin, or the customer's dialect, is spoken.</summary>
    Speech,

    /// <summary>INS-02.03: The customer is looked at.</summary>
    EyeContact,

    /// <summary>INS-02.04: Documents and money are handed over politely.</summary>
    HandedPolitely,

    /// <summary>INS-02.05: Documents and money are handed over with both hands, as another handbook asks.</summary>
    HandedWithBothHands,

    /// <summary>INS-02.06: Staff do not chat among themselves.</summary>
    Chatting,

    /// <summary>INS-02.07: Staff do not eat at the counter.</summary>
    Eating,

    /// <summary>INS-02.08: Staff make no private calls.</summary>
    PrivateCall,

    /// <summary>INS-02.09: The desk is not left.</summary>
    DeskLeft,

    /// <summary>INS-02.10: A short absence comes with an apology, the reason and the customer's consent.</summary>
    ShortAbsence,

    /// <summary>INS-02.11: A long absence begins only after those who wait are served.</summary>
    LongAbsence,

    /// <summary>INS-03.01: Customers are greeted.</summary>
    Greeting,

    /// <summary>INS-03.02: Customers are seen off.</summary>
    Farewell,

    /// <summary>INS-03.03: Customers are guided to where they are served.</summary>
    Guidance,

    /// <summary>INS-03.04: Customers at devices are helped, if a member of staff is free.</summary>
    HelpAtDevices,

    /// <summary>INS-04.01: The sign of the hall is in order.</summary>
    Sign,

    /// <summary>INS-04.02: The opening hours are shown.</summary>
    OpeningHours,

    /// <summary>INS-04.03: It is clean outside: how far from the hall the dirt lies.</summary>
    Outside,

    /// <summary>INS-04.04: There is light enough.</summary>
    Light,

    /// <summary>INS-04.05: The air is fresh.</summary>
    Air,

    /// <summary>INS-04.06: The hall is in order and clean inside.</summary>
    Order,

    /// <summary>INS-04.07: There are no private things at the counters.</summary>
    PrivateThings,

    /// <summary>INS-04.08: There is a no-smoking sign.</summary>
    NoSmokingSign,

    /// <summary>INS-04.09: Devices work, or are marked as out of order.</summary>
    Devices,

    /// <summary>INS-04.10: The areas that the hall has to have are there.</summary>
    FunctionalAreas,

    /// <summary>INS-04.11: The suggestion book lies out and is kept.</summary>
    SuggestionBook,

    /// <summary>INS-04.12: There are water and cups.</summary>
    Water,

    /// <summary>INS-05.01: Leaflets are in date: until when the one on display is valid.</summary>
    LeafletsInDate,

    /// <summary>INS-05.02: Leaflets are in order.</summary>
    LeafletsInOrder,

    /// <summary>INS-05.03: The tariff is posted.</summary>
    TariffPosted,

    /// <summary>INS-05.04: The service pledge is posted.</summary>
    PledgePosted,

    /// <summary>INS-05.05: The hotline is posted.</summary>
    HotlinePosted,

    /// <summary>INS-05.06: There is a corner for the brands.</summary>
    BrandCorner,

    /// <summary>INS-06.01: A key point of the business was said, and right; what it costs is the inspector's to say.</summary>
    KeyPoint,

    /// <summary>INS-06.02: Rules and process were kept.</summary>
    Process,

    /// <summary>INS-06.03: No service was opened behind a customer's back.</summary>
    OpenedUnasked,

    /// <summary>INS-07.01: An answer was looked up in time.</summary>
    LookUp,

    /// <summary>INS-07.02: Staff were practised, and read nothing aloud from print.</summary>
    Fluency,

    /// <summary>INS-08.01: Customers did not wait too long.</summary>
    Waiting,

    /// <summary>INS-08.02: A VIP who said so was met.</summary>
    VipReception,

    /// <summary>INS-09.01: Enough counters were open.</summary>
    OpenCounters,

    /// <summary>INS-09.02: A dedicated person kept the floor.</summary>
    FloorKeeper,

    /// <summary>INS-09.03: The line was orderly.</summary>
    OrderlyLine,

    /// <summary>INS-09.04: There was no shift change at peak.</summary>
    ShiftChange,

    /// <summary>INS-09.05: Nothing else was sold at peak once the need was met.</summary>
    SellingOn,

    /// <summary>INS-09.06: An ordinary counter was opened for a long GoTone line.</summary>
    GoToneCounter,

    /// <summary>INS-09.07: A manager or shift lead was on the floor off peak.</summary>
    LeadOnFloor,

    /// <summary>INS-09.08: Those who waited were looked after.</summary>
    WaitingCare,

    /// <summary>INS-09.09: A roving helper minded the devices off peak.</summary>
    RovingHelper,
}
