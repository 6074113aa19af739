namespace ServicePolicy.Samples.Output;

/// <summary>Writes decisions as they are made.</summary>
internal interface IDecisionWriter
{
    void Write(PolicyCase @case, PolicyDecision decision);
}
