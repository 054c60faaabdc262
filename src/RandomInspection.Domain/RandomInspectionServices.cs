using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Exchange;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;
using RandomInspection.Storage;
using RandomInspection.Supervision;

namespace RandomInspection;

/// <summary>Adds this library to a host.</summary>
public static class RandomInspectionServices
{
    /// <summary>Adds the engines and the workflows. Safe to call twice; what the host has registered itself wins.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>A builder for what the host must say: its store, its catalogue, its staff.</returns>
    public static RandomInspectionBuilder AddRandomInspection(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new DrawHashes(provider.GetServices<IDrawHash>()));
        services.TryAddSingleton<IDrawEngine, DrawEngine>();
        services.TryAddSingleton(provider => new SignatureAlgorithms(provider.GetServices<ISignatureAlgorithm>()));
        services.TryAddSingleton(provider => new RecordVerifier(provider.GetRequiredService<DrawHashes>(), provider.GetRequiredService<SignatureAlgorithms>()));
        services.TryAddSingleton(provider => new DocumentSigner(
            provider.GetRequiredService<SignatureAlgorithms>(), provider.GetRequiredService<DrawHashes>(), provider.GetService<ISigner>()));
        services.TryAddSingleton(PublicationRules.Default);
        services.TryAddSingleton<ReplacementsVerifier>();
        services.TryAddSingleton(DomainEvents.Codec);
        services.TryAddSingleton(DisclosureRules.Shenyang2020);
        services.TryAddSingleton<CalendarInUse>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILedgerConsequence, DisclosureConsequence>(provider => new DisclosureConsequence(
            provider.GetRequiredService<ILedger>,
            provider.GetRequiredService<CalendarInUse>,
            provider.GetRequiredService<IViews>(),
            provider.GetRequiredService<DisclosureRules>(),
            provider.GetRequiredService<EventCodec>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILedgerConsequence, CatalogueConsequence>(provider => new CatalogueConsequence(
            provider.GetRequiredService<ILedger>,
            provider.GetRequiredService<CalendarInUse>,
            provider.GetRequiredService<IViews>(),
            provider.GetRequiredService<DisclosureRules>(),
            provider.GetRequiredService<EventCodec>(),
            provider.GetRequiredService<RedactionPolicy>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILedgerConsequence, PublicationConsequence>());
        services.TryAddSingleton(EmbargoRule.Shenyang);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILedgerConsequence, EmbargoConsequence>(provider => new EmbargoConsequence(
            provider.GetRequiredService<ILedger>, provider.GetRequiredService<IViews>(), provider.GetRequiredService<EmbargoRule>(), provider.GetRequiredService<EventCodec>())));
        services.TryAddSingleton<EmbargoWorkflow>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDisclosureChannel, LedgerChannel>(provider => new LedgerChannel(
            DisclosureChannels.Portal, provider.GetRequiredService<ILedger>(), provider.GetRequiredService<IEvidenceStore>(), provider.GetRequiredService<EventCodec>())));
        services.TryAddSingleton(provider => new DisclosureChannels(DisclosureChannels.Shenyang, provider.GetServices<IDisclosureChannel>()));
        services.TryAddSingleton(RedactionPolicy.Shenyang);
        services.TryAddSingleton<PublicContents>();
        services.TryAddSingleton<DisclosureWorkflow>();
        services.TryAddSingleton<Publications>();
        services.TryAddSingleton(provider => new CheckpointSigner(
            "random-inspection.example/ledger", provider.GetRequiredService<SignatureAlgorithms>(), provider.GetService<ISigner>()));
        services.TryAddSingleton<Checkpoints>();
        services.TryAddSingleton<PersonalErasures>();
        services.TryAddSingleton<SealedLedger>();
        services.TryAddSingleton<IVisitHistory, VisitHistory>();
        services.TryAddSingleton(DishonestyRules.MarketRegulation2021);
        services.TryAddSingleton<IDishonestyList, DishonestyList>();
        services.TryAddSingleton<DishonestyWorkflow>();
        services.TryAddSingleton(CatalogueRules.Shenyang);
        services.TryAddSingleton<CatalogueWorkflow>();
        services.TryAddSingleton(PlanRules.Shenyang);
        services.TryAddSingleton<PlanDeadlines>();
        services.TryAddSingleton<PlanWorkflow>();
        services.TryAddSingleton<TaskWorkflow>();
        services.TryAddSingleton(DesignLimits.Shenyang);
        services.TryAddSingleton<TaskLimits>();
        services.TryAddSingleton<DirectoryWorkflow>();
        services.TryAddSingleton<SpecialDirectoryWorkflow>();
        services.TryAddSingleton<SubjectHistory>();
        services.TryAddSingleton<DrawWorkflow>();
        services.TryAddSingleton<ProgramParties>();
        services.TryAddSingleton<IInspectorMatcher, InspectorMatcher>();
        services.TryAddSingleton(RotationRules.Default);
        services.TryAddSingleton<CalendarReading>(provider => async cancellation => (await provider.GetRequiredService<CalendarInUse>().ReadAsync(cancellation)).Calendar);
        services.TryAddSingleton<MatchWorkflow>();
        services.TryAddSingleton(NoticeRule.OnArrival);
        services.TryAddSingleton<VisitWorkflow>();
        services.TryAddSingleton<RecusalWorkflow>();
        services.TryAddSingleton(FeedbackRules.Default);
        services.TryAddSingleton<FeedbackWorkflow>();
        services.TryAddSingleton<ReplacementWorkflow>();
        services.TryAddSingleton(provider => AlertRules.Of(provider.GetRequiredService<PlanRules>()));
        services.TryAddSingleton(RateTable.Henan2021);
        services.TryAddSingleton<Attempts>();
        services.TryAddSingleton<SupervisionReader>();
        services.TryAddSingleton<ComplianceAuditor>();
        services.TryAddSingleton<PublicationMessages>();
        services.TryAddSingleton<SubjectMessages>();
        services.TryAddSingleton<ResultMessages>();
        services.TryAddSingleton<InspectorMessages>();
        services.TryAddSingleton<CreditMessages>();
        services.TryAddSingleton<ItemMessages>();
        services.TryAddSingleton<SuperiorTaskMessages>();
        services.TryAddSingleton<NoticeMessages>();
        services.TryAddSingleton(provider => new Inbox(
            provider.GetRequiredService<ILedger>(),
            provider.GetRequiredService<IEvidenceStore>(),
            provider.GetRequiredService<EventCodec>(),
            [
                .. InboxEffect.Kept,
                provider.GetRequiredService<SubjectMessages>().Effect,
                provider.GetRequiredService<InspectorMessages>().Effect,
                provider.GetRequiredService<ItemMessages>().Effect,
                provider.GetRequiredService<SuperiorTaskMessages>().Effect,
                provider.GetRequiredService<ResultMessages>().Effect,
                provider.GetRequiredService<CreditMessages>().Effect,
                provider.GetRequiredService<NoticeMessages>().Effect,
                .. provider.GetServices<InboxEffect>(),
            ]));
        return new RandomInspectionBuilder(services);
    }
}

/// <summary>What a host says about itself, as a sentence.</summary>
/// <param name="services">The host's services.</param>
public sealed class RandomInspectionBuilder(IServiceCollection services)
{
    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>Uses a catalogue as it stands.</summary>
    /// <param name="items">The items, codes distinct.</param>
    public RandomInspectionBuilder UseCatalogue(IEnumerable<InspectionItem> items)
    {
        Services.TryAddSingleton<IItemCatalogue>(new FixedItemCatalogue(items));
        return this;
    }

    /// <summary>Uses the catalogue that the departments publish in the log.</summary>
    public RandomInspectionBuilder UsePublishedCatalogue()
    {
        Services.TryAddSingleton<IItemCatalogue, LedgerItemCatalogue>();
        return this;
    }

    /// <summary>Uses departments and persons as they stand.</summary>
    /// <param name="departments">The departments, ids distinct.</param>
    /// <param name="persons">The persons, ids distinct.</param>
    public RandomInspectionBuilder UseStaff(IEnumerable<Department> departments, IEnumerable<Person> persons)
    {
        Services.TryAddSingleton<IStaff>(new FixedStaff(departments, persons));
        return this;
    }

    /// <summary>Keeps the log in a store; what the law attaches to an event is written in the same transaction.</summary>
    /// <typeparam name="TStore">The store's log.</typeparam>
    public RandomInspectionBuilder UseLedger<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, ILedger
    {
        Services.TryAddSingleton<TStore>();
        Services.TryAddSingleton<ILedger>(provider => new ConsequentLedger(
            provider.GetRequiredService<TStore>(),
            provider.GetServices<ILedgerConsequence>(),
            provider.GetService<ISaltSource>(),
            provider.GetServices<ILedgerObserver>(),
            provider.GetService<ICommitTerms>()));
        return this;
    }

    /// <summary>Keeps everything in memory: for tests and for trying out. Nothing outlives the process.</summary>
    /// <remarks>Entries are salted if the host registers an <see cref="ISaltSource"/>.</remarks>
    public RandomInspectionBuilder UseInMemory()
    {
        Services.TryAddSingleton<InMemoryStore>();
        UseLedger<InMemoryLedger>();
        Services.TryAddSingleton(provider => provider.GetRequiredService<InMemoryStore>().Views);
        Services.TryAddSingleton(provider => provider.GetRequiredService<InMemoryStore>().Subjects);
        Services.TryAddSingleton(provider => provider.GetRequiredService<InMemoryStore>().Inspectors);
        Services.TryAddSingleton(provider => provider.GetRequiredService<InMemoryStore>().PersonalTexts);
        Services.TryAddSingleton(provider => provider.GetRequiredService<InMemoryStore>().Evidence);
        Services.TryAddSingleton(provider => provider.GetRequiredService<InMemoryStore>().Requests);
        return this;
    }

    /// <summary>Signs openings and records. Without it they are unsigned, and the pages say so.</summary>
    /// <param name="signer">Who signs; the host keeps the key.</param>
    /// <param name="formerKeys">Public keys that signed before, newest first, so that readers of old records still find them.</param>
    public RandomInspectionBuilder UseSigner(ISigner signer, params string[] formerKeys)
    {
        Services.AddSingleton(signer);
        Services.AddSingleton(provider => new DocumentSigner(
            provider.GetRequiredService<SignatureAlgorithms>(), provider.GetRequiredService<DrawHashes>(), signer, formerKeys));
        return this;
    }

    /// <summary>Names the public log and its witnesses. Where there is a signer, checkpoints are signed under that name.</summary>
    /// <param name="origin">The log's name, which never changes, best an address without its scheme: <c>amr.shenyang.example/ledger</c>.</param>
    /// <param name="witnesses">The keys of the witnesses whose cosignatures are taken, each in one line as <c>ri witness key</c> prints it.</param>
    public RandomInspectionBuilder UseCheckpoints(string origin, params string[] witnesses)
    {
        Services.AddSingleton(provider => new CheckpointSigner(
            origin, provider.GetRequiredService<SignatureAlgorithms>(), provider.GetService<ISigner>(), witnesses));
        return this;
    }

    /// <summary>Lets signatures name one more algorithm.</summary>
    /// <param name="algorithm">The algorithm, for example SM2 with SM3.</param>
    public RandomInspectionBuilder UseSignatureAlgorithm(ISignatureAlgorithm algorithm)
    {
        Services.AddSingleton(algorithm);
        return this;
    }

    /// <summary>Says what the public sees of draws made from now on; records say themselves which rules they follow.</summary>
    /// <param name="rules">The rules; by default classes of units are withheld.</param>
    public RandomInspectionBuilder UsePublication(PublicationRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Services.AddSingleton(rules);
        return this;
    }

    /// <summary>Connects a channel: what is published in it is sent there, and its receipts are kept.</summary>
    /// <param name="channel">The channel; of two of one id the last counts.</param>
    public RandomInspectionBuilder UseChannel(IDisclosureChannel channel)
    {
        Services.AddSingleton(channel);
        return this;
    }

    /// <summary>Lets openings name one more hash.</summary>
    /// <param name="hash">The hash.</param>
    public RandomInspectionBuilder UseHash(IDrawHash hash)
    {
        Services.AddSingleton(hash);
        return this;
    }
}
