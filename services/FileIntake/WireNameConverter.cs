using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Phase1.Events;

namespace Phase1.FileIntake;

/// <summary>Stores a value of a closed set under its name on the wire.</summary>
sealed class WireNameConverter<T>() : ValueConverter<T, string>(value => WireEnum.Name(value), name => WireEnum.Parse<T>(name))
    where T : struct, Enum;
