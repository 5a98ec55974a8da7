using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Phase1.ServiceDefaults;

/// <summary>Options that are checked before the service starts.</summary>
public static class ValidatedOptions
{
    /// <summary>Binds a section to options, checks them at start, and lets <typeparamref name="TOptions"/> be injected directly.</summary>
    /// <typeparam name="TOptions">The options; defaults are their initial values.</typeparam>
    /// <param name="services">The service's container.</param>
    /// <param name="section">The configuration section, as in <c>Batches</c>.</param>
    public static IServiceCollection AddValidatedOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class, IValidatedOptions, new()
    {
        services
            .AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) => ConfiguredLists.DropDefaults(options, configuration.GetSection(section)))
            .BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(new Validator<TOptions>(section));
        services.AddSingleton(new OptionsSection(section, typeof(TOptions)));
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<TOptions>>().Value);
        return services;
    }

    /// <summary>Runs every check now, so that a fault ends the start before anything listens.</summary>
    /// <exception cref="ConfigurationException">The first fault.</exception>
    internal static void Check(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (OptionsValidationException invalid)
        {
            throw new ConfigurationException(string.Join(" ", invalid.Failures));
        }
        catch (AggregateException several)
        {
            var failures = several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(e => e.Failures);
            throw new ConfigurationException(string.Join(" ", failures));
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder names the setting and the type that it should have.
            throw new ConfigurationException(unreadable.Message);
        }
    }

    sealed class Validator<TOptions>(string section) : IValidateOptions<TOptions>
        where TOptions : class, IValidatedOptions
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var failures = options.Validate().Select(failure => $"{section}:{failure}").ToArray();
            return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }
    }
}

/// <summary>A section of the configuration and the options that it fills; the configuration's page lists them.</summary>
/// <param name="Name">The section.</param>
/// <param name="Options">The type.</param>
sealed record OptionsSection(string Name, Type Options);
