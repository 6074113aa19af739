namespace ServicePolicy.Samples.Output;

/// <summary>Writes decisions into a buffer, in whole lines.</summary>
internal interface IDecisionWriter : IDisposable
{
    void Write(PolicyCase @case, PolicyDecision decision);
}
