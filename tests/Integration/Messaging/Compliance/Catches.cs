namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>Names the fault that the specification must notice: a fake with it has to fail here, or the specification proves nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class CatchesAttribute(object fault) : Attribute
{
    public object Fault => fault;
}
