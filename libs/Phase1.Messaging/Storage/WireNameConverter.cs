using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Phase1.Events;

namespace Phase1.Messaging.Storage;

/// <summary>Stores a value of one of the contract's closed sets under its name on the wire, so that tables read as records do.</summary>
/// <typeparam name="T">An enumeration of Phase1.Events.</typeparam>
public sealed class WireNameConverter<T>() : ValueConverter<T, string>(value => WireEnum.Name(value), name => WireEnum.Parse<T>(name))
    where T : struct, Enum;
