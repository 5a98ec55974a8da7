using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Phase1.ServiceDefaults;

/// <summary>
/// The binder appends configured elements to an array's default. Whoever configures a list means that list, so a default gives way first.
/// </summary>
static class ConfiguredLists
{
    internal static void DropDefaults(object options, IConfigurationSection section)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property is { PropertyType.IsArray: true, CanWrite: true } && section.GetSection(property.Name).GetChildren().Any())
            {
                property.SetValue(options, Array.CreateInstance(property.PropertyType.GetElementType()!, 0));
            }
        }
    }
}
