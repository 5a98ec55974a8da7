using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Phase1.Messaging.Storage;

/// <summary>Stores the place in a trace at which a row's cause stood, so that work on the row goes on with the trace.</summary>
public sealed class TraceContextConverter()
    : ValueConverter<TraceContext, string>(trace => trace.ToString(), text => TraceContext.Parse(text));
