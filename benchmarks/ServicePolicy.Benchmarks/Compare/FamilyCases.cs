using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Conversation;
using ServicePolicy.Credentials;
using ServicePolicy.Customers;
using ServicePolicy.Handling;
using ServicePolicy.Inspection;
using ServicePolicy.Messaging;
using ServicePolicy.Operations;
using ServicePolicy.Privacy;
using ServicePolicy.Refunds;
using ServicePolicy.Subscriptions;

namespace ServicePolicy.Benchmarks.Compare;

/// <summary>A usual case of each family, of which everything is known, and cases that grow.</summary>
public static class FamilyCases
{
    private const string Zone = "Asia/Shanghai";
    private static readonly Instant Morning = Instant.FromUtc(2026, 6, 29, 1, 0);
    private static readonly Instant YearStart = Instant.FromUtc(2025, 12, 31, 16, 0);

    /// <summary>When the usual cases are decided.</summary>
    public static Instant At { get; } = Morning + Duration.FromHours(30);

    public static Complaint Complaint { get; } = new()
    {
        Id = "CP-1",
        ReceivedAt = Morning,
        Tier = CustomerTier.Vip,
        Scope = ComplaintScope.Local,
        Brand = Brand.GoTone,
        FiledBy = Filer.AccountHolder,
        Ticket = "T-1",
        KeyCustomer = YesNo.No,
        HallStars = StarRating.None,
    };

    /// <summary>By family, the case and what it is.</summary>
    public static IReadOnlyList<(string Name, PolicyCase Case)> All { get; } =
    [
        ("CMP, a complaint", new PolicyCase(Complaint)),
        ("RFD, a charge and its payment", new PolicyCase(
            new DisputedCharge { Id = "CH-1", ChargedAt = Morning, Overcharge = Money.Cny(30), ChargingErrorEstablished = Hours(20), ResponsibilityEstablished = Hours(20), Responsible = ResponsibleParty.Company },
            [new RefundPayment { Id = "P-1", ChargeId = "CH-1", PaidAt = Hours(25), Amount = Money.Cny(30), Channel = RefundChannel.BillingSystem }])),
        ("CRD, a password with the login in it", new PolicyCase(
            new PasswordCandidate { Id = "PW-1", AccountId = "A-1", ProposedAt = Morning, Password = new Secret("liming-7719"), Reuse = PasswordReuse.None },
            [new AccountHolder { Id = "AH-1", AccountId = "A-1", KnownSince = Morning - Duration.FromDays(90), Login = "liming", Names = ["Li Ming"], Birthday = new LocalDate(1990, 4, 17) }])),
        ("HND, a visit to a hall", new PolicyCase(
            new Visit { Id = "V-1", HallId = "H-1", EnteredAt = Morning, Purpose = VisitPurpose.Transaction, Greeted = Minutes(0.5), Served = Minutes(7) })),
        ("MSG, a message of customer care by night", new PolicyCase(new CustomerMessage
        {
            Id = "M-1",
            CustomerId = "C-1",
            QueuedAt = Morning,
            Kind = MessageKind.CustomerCare,
            Content = ContentClass.Lawful,
            Advertising = YesNo.No,
            Channel = MessageChannel.Operator,
            SenderNumber = "10086",
            Zone = Zone,
            GraveDisturbance = YesNo.No,
            Sent = Hours(14),
        })),
        ("SUB, a change of service", new PolicyCase(new ServiceChange
        {
            Id = "SC-1",
            AskedAt = Morning,
            Kind = ServiceChangeKind.Change,
            Reason = ServiceChangeReason.Upgrade,
            ConsentPossible = YesNo.Yes,
            Confirmed = Minutes(2),
            Form = ConsentForm.Agreement,
            Evidence = ConsentEvidence.Paper,
            PartOfCampaign = YesNo.No,
            CustomerKnew = YesNo.Yes,
            Made = Minutes(3),
        })),
        ("PRV, a disclosure asked for, with its ground", new PolicyCase(
            new DataDisclosure { Id = "D-1", AskedAt = Morning, Items = [DataKind.CallDetail], ForProfit = YesNo.No },
            [new DisclosureGround { Id = "G-1", DisclosureId = "D-1", InvokedAt = Morning, Party = DisclosureParty.Customer, Verified = YesNo.Yes }])),
        ("CNV, a call of eight utterances", Conversation(8)),
        ("INS, a score card of five notes", new PolicyCase(
            new ScoreCard
            {
                Id = "CARD-1",
                HallId = "H-1",
                Dates = new Interval(Morning - Duration.FromDays(30), Hours(24)),
                Zone = Zone,
                HallType = HallType.Other,
                Complete = YesNo.Yes,
                RankInClass = 9,
                Highlight = YesNo.No,
            },
            [.. new[] { InspectionItem.Smile, InspectionItem.Chatting, InspectionItem.Air, InspectionItem.Process, InspectionItem.Water }.Select((item, i) => new InspectionNote
            {
                Id = $"N-{i}",
                CardId = "CARD-1",
                SeenAt = Morning - Duration.FromDays(i + 1),
                Item = item,
                Shortfall = YesNo.Yes,
            })])),
        ("CUS, a key customer of three months", new PolicyCase(
            new Customer { Id = "C-1", KnownSince = Morning - Duration.FromDays(90), Zone = Zone, StateOrgan = YesNo.Yes, Approved = Morning - Duration.FromDays(90) },
            [
                new CreditRecord { Id = "CR-1", CustomerId = "C-1", From = Morning - Duration.FromDays(90), Good = YesNo.Yes, Limit = Money.Cny(1000) },
                .. new[] { CareKind.Phone, CareKind.Visit, CareKind.BillDelivery, CareKind.PaymentReminder }.SelectMany(kind => Enumerable.Range(0, 3).Select(month => new CareEvent
                {
                    Id = $"{kind}-{month}",
                    CustomerId = "C-1",
                    ArrangedAt = Morning - Duration.FromDays(80 - month * 30),
                    Kind = kind,
                    TookPlace = Morning - Duration.FromDays(80 - month * 30),
                })),
            ])),
        ("OPS, an incident", new PolicyCase(new Incident
        {
            Id = "I-1",
            HallId = "H-1",
            HappenedAt = Morning,
            Kind = IncidentKind.SystemFailure,
            ManagerTold = Minutes(3),
            CustomersCalmed = Minutes(4),
            CustomersInformed = Minutes(5),
            Apologised = Minutes(4),
            SupportCalled = Minutes(2),
        })),
    ];

    /// <summary>A call in which staff and customer speak in turn; some of what is said comes near a forbidden phrase, and one line in a hundred has one.</summary>
    public static PolicyCase Conversation(int utterances)
    {
        string[] staff = ["您好,请问有什么可以帮您?", "请您稍等,我为您查一下。", "您还不知道这项业务的话,我给您介绍。", "好的,已经为您办好了,谢谢。"];
        Duration each = Duration.FromSeconds(6), length = each * utterances;
        return new PolicyCase(
            new CustomerConversation
            {
                Id = "CNV-1",
                BeganAt = Morning,
                Setting = ConversationSetting.Call,
                Line = LineState.Talking,
                Payment = PaymentMeans.None,
                Greeted = Morning,
                Introduced = Morning,
                TransactionDone = Morning + length,
                AnythingElseAsked = Morning + length,
                Farewell = Morning + length,
                CustomerHungUp = Morning + length,
                Ended = Morning + length,
            },
            Enumerable.Range(0, utterances).Select(i => new Utterance
            {
                Id = $"U-{i}",
                ConversationId = "CNV-1",
                SaidAt = Morning + each * i,
                Sequence = i,
                Speaker = i % 2 == 0 ? Speaker.Staff : Speaker.Customer,
                Text = new Secret(i % 100 == 98 ? "我不清楚,您去问别人吧。" : i % 2 == 0 ? staff[i / 2 % staff.Length] : "我想问一下上个月的话费,为什么多了三十块钱?"),
                Length = Duration.FromSeconds(5),
                Tone = Tone.Neutral,
            }));
    }

    /// <summary>So many days of the year of the unit, and of the next.</summary>
    public static Interval Days(int days) => new(YearStart, YearStart + Duration.FromDays(days));

    /// <summary>A unit that is tested and reviewed on every day, and the records of both.</summary>
    public static PolicyCase Duties(int days) => new(
        new ServiceUnit { Id = "UNIT-1", From = YearStart, Zone = Zone, Kind = UnitKind.CallCentre },
        Enumerable.Range(0, days).SelectMany(day => new[] { DutyKind.AnswerRateTest, DutyKind.ServiceReview }.Select(duty => new DutyRecord
        {
            Id = $"{duty}-{day}",
            UnitId = "UNIT-1",
            ArrangedAt = YearStart + Duration.FromDays(day),
            Duty = duty,
            Done = YearStart + Duration.FromDays(day) + Duration.FromHours(10),
        })));

    /// <summary>Visits whose customers are greeted and served in time.</summary>
    public static PolicyCase Visits(int number)
    {
        Visit[] visits =
        [
            .. Enumerable.Range(0, number).Select(i => new Visit
            {
                Id = $"V-{i}",
                HallId = "H-1",
                EnteredAt = YearStart + Duration.FromHours(i),
                Purpose = VisitPurpose.Transaction,
                Greeted = YearStart + Duration.FromHours(i) + Duration.FromSeconds(20),
                Served = YearStart + Duration.FromHours(i) + Duration.FromMinutes(5),
            }),
        ];
        return new PolicyCase(visits[0], visits.Skip(1));
    }

    private static Instant Hours(int hours) => Morning + Duration.FromHours(hours);

    private static Instant Minutes(double minutes) => Morning + Duration.FromMinutes(minutes);
}
