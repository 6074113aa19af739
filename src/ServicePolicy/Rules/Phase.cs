using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Rules;

/// <summary>The states that may be from an instant on, and the inputs for want of which there are several.</summary>
internal readonly record struct Phase<TState>(Instant From, TState[] Possible, InputSet Missing);
