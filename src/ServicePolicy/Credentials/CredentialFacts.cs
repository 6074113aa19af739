using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Credentials;

/// <summary>The facts on operator accounts and passwords, as JSON has them; worked out at build, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
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
internal sealed partial class CredentialFacts : JsonSerializerContext
{
    private static readonly CredentialFacts Json = new(PolicyJson.CreateOptions());

    /// <summary>Every type of fact of the family.</summary>
    public static IEnumerable<FactType> Types =>
    [
        FactType.Of(() => Json.AccountEvent),
        FactType.Of(() => Json.AccountHolder),
        FactType.Of(() => Json.ImportantFile),
        FactType.Of(() => Json.InitialPassword),
        FactType.Of(() => Json.LockedStorage),
        FactType.Of(() => Json.OperatorAccount),
        FactType.Of(() => Json.PasswordCandidate),
        FactType.Of(() => Json.ServiceCall),
        FactType.Of(() => Json.ServicePassword),
        FactType.Of(() => Json.ServicePasswordCheck),
        FactType.Of(() => Json.SignInRequest),
        FactType.Of(() => Json.StaffMember),
        FactType.Of(() => Json.WorkComputer),
    ];
}
