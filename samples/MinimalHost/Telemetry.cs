using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RandomInspection.Web.Operations;

namespace MinimalHost;

/// <summary>Metrics and traces by OpenTelemetry, pushed to a collector; nothing is offered to whoever asks.</summary>
internal static class Telemetry
{
    /// <summary>Sends them where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; without it nothing is collected. The other <c>OTEL_</c> settings apply too.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("random-inspection"))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter(RandomInspectionTelemetry.MeterName, "Npgsql").AddOtlpExporter())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource("Npgsql").AddOtlpExporter());
    }
}
