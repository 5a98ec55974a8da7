using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Phase1.Events;

namespace Phase1.Messaging.Storage;

/// <summary>One rule for every enumeration in a column: text, under the name it has on the wire, so that tables read as records do.</summary>
static class EnumNames
{
    /// <summary>Converts every property of an enumeration type that has no conversion of its own.</summary>
    internal static void Store(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum && property.GetValueConverter() is null)
            {
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumNameConverter<>).MakeGenericType(type))!);
            }
        }
    }
}

sealed class EnumNameConverter<T>() : ValueConverter<T, string>(value => WireEnum.Name(value), name => WireEnum.Parse<T>(name))
    where T : struct, Enum;
