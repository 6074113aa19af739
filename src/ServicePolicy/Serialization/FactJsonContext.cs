using System.Text.Json.Serialization;
using ServicePolicy.Complaints;
using ServicePolicy.Credentials;
using ServicePolicy.Handling;
using ServicePolicy.Refunds;

namespace ServicePolicy.Serialization;

/// <summary>How the facts of the library are read and written; worked out at build, without reflection.</summary>
/// <remarks>A new fact needs a line here and one in <see cref="FactTypes"/>; an enum that it uses needs one in <see cref="PolicyJson.CreateOptions"/>.</remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CauseFinding))]
[JsonSerializable(typeof(Compensation))]
[JsonSerializable(typeof(Complaint))]
[JsonSerializable(typeof(ComplaintPeriod))]
[JsonSerializable(typeof(ComplaintRecord))]
[JsonSerializable(typeof(DisputeReception))]
[JsonSerializable(typeof(OutcomeRejection))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(ReminderReply))]
[JsonSerializable(typeof(ReplyCall))]
[JsonSerializable(typeof(SeriousMatter))]
[JsonSerializable(typeof(Suggestion))]
[JsonSerializable(typeof(DisputedCharge))]
[JsonSerializable(typeof(AccountClosure))]
[JsonSerializable(typeof(AdvanceRefund))]
[JsonSerializable(typeof(BalancePayment))]
[JsonSerializable(typeof(ChargedSubscription))]
[JsonSerializable(typeof(ChargedTraffic))]
[JsonSerializable(typeof(DamagedCard))]
[JsonSerializable(typeof(RefundPayment))]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(Transaction))]
[JsonSerializable(typeof(Enquiry))]
[JsonSerializable(typeof(PhoneCall))]
[JsonSerializable(typeof(DeviceFault))]
[JsonSerializable(typeof(SuggestionEntry))]
[JsonSerializable(typeof(QueueSnapshot))]
[JsonSerializable(typeof(FloorCheck))]
[JsonSerializable(typeof(HallDay))]
[JsonSerializable(typeof(CounterPayment))]
[JsonSerializable(typeof(LingeringCustomer))]
[JsonSerializable(typeof(DirtReport))]
[JsonSerializable(typeof(Shift))]
[JsonSerializable(typeof(HallFacilities))]
[JsonSerializable(typeof(AccountEvent))]
[JsonSerializable(typeof(AccountHolder))]
[JsonSerializable(typeof(ImportantFile))]
[JsonSerializable(typeof(InitialPassword))]
[JsonSerializable(typeof(LockedStorage))]
[JsonSerializable(typeof(OperatorAccount))]
[JsonSerializable(typeof(PasswordCandidate))]
[JsonSerializable(typeof(ServiceCall))]
[JsonSerializable(typeof(ServicePassword))]
[JsonSerializable(typeof(ServicePasswordCheck))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(StaffMember))]
[JsonSerializable(typeof(WorkComputer))]
internal sealed partial class FactJsonContext : JsonSerializerContext;
