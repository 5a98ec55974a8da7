using System.Reflection;
using MassTransit;
using MassTransit.Context;
using MassTransit.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>As much of a consume context as a state machine needs: the message and the payloads.</summary>
public class MemoryConsumeContext : DispatchProxy
{
    BasePipeContext _payloads = null!;

    internal static ConsumeContext<T> Of<T>(T message, IServiceScope scope)
        where T : class
    {
        var context = Create<ConsumeContext, MemoryConsumeContext>();
        ((MemoryConsumeContext)(object)context)._payloads = new MemoryPayloads();
        // The scope is asked for all the time: it lies on top, so that it is found without reflection.
        return new ConsumeContextScope<T>(new MessageConsumeContext<T>(context, message), scope);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.DeclaringType == typeof(PipeContext) ? targetMethod.Invoke(_payloads, args)
        : targetMethod.ReturnType == typeof(ReceiveContext) ? Create<ReceiveContext, MemoryConsumeContext>()
        : targetMethod.ReturnType == typeof(Task) ? Task.CompletedTask
        : null;

    sealed class MemoryPayloads() : BasePipeContext(CancellationToken.None), PipeContext;
}
