namespace RandomInspection.Tests;

// What holds of a store holds on both databases: each class of tests runs on each of them.

public sealed class AdHocTestsOnSqlite : AdHocTests;

[OnPostgreSql]
public sealed class AdHocTestsOnPostgreSql : AdHocTests;

public sealed class CalendarLoadingTestsOnSqlite : CalendarLoadingTests;

[OnPostgreSql]
public sealed class CalendarLoadingTestsOnPostgreSql : CalendarLoadingTests;

public sealed class CriteriaTestsOnSqlite : CriteriaTests;

[OnPostgreSql]
public sealed class CriteriaTestsOnPostgreSql : CriteriaTests;

public sealed class EffectiveDayTestsOnSqlite : EffectiveDayTests;

[OnPostgreSql]
public sealed class EffectiveDayTestsOnPostgreSql : EffectiveDayTests;

public sealed class InspectorStoreTestsOnSqlite : InspectorStoreTests;

[OnPostgreSql]
public sealed class InspectorStoreTestsOnPostgreSql : InspectorStoreTests;

public sealed class JointVisitTestsOnSqlite : JointVisitTests;

[OnPostgreSql]
public sealed class JointVisitTestsOnPostgreSql : JointVisitTests;

public sealed class MatchWorkflowTestsOnSqlite : MatchWorkflowTests;

[OnPostgreSql]
public sealed class MatchWorkflowTestsOnPostgreSql : MatchWorkflowTests;

public sealed class MustHoldTestsOnSqlite : MustHoldTests;

[OnPostgreSql]
public sealed class MustHoldTestsOnPostgreSql : MustHoldTests;

public sealed class RealSubjectsTestsOnSqlite : RealSubjectsTests;

[OnPostgreSql]
public sealed class RealSubjectsTestsOnPostgreSql : RealSubjectsTests;

public sealed class ReplacementTestsOnSqlite : ReplacementTests;

[OnPostgreSql]
public sealed class ReplacementTestsOnPostgreSql : ReplacementTests;

public sealed class RestingTestsOnSqlite : RestingTests;

[OnPostgreSql]
public sealed class RestingTestsOnPostgreSql : RestingTests;

public sealed class SharedDrawTestsOnSqlite : SharedDrawTests;

[OnPostgreSql]
public sealed class SharedDrawTestsOnPostgreSql : SharedDrawTests;

public sealed class SigningTestsOnSqlite : SigningTests;

[OnPostgreSql]
public sealed class SigningTestsOnPostgreSql : SigningTests;

public sealed class StepTestsOnSqlite : StepTests;

[OnPostgreSql]
public sealed class StepTestsOnPostgreSql : StepTests;

public sealed class StoreTestsOnSqlite : StoreTests;

[OnPostgreSql]
public sealed class StoreTestsOnPostgreSql : StoreTests;

public sealed class TaskLimitsTestsOnSqlite : TaskLimitsTests;

[OnPostgreSql]
public sealed class TaskLimitsTestsOnPostgreSql : TaskLimitsTests;

public sealed class TwoLogsTestsOnSqlite : TwoLogsTests;

[OnPostgreSql]
public sealed class TwoLogsTestsOnPostgreSql : TwoLogsTests;

public sealed class VoidTestsOnSqlite : VoidTests;

[OnPostgreSql]
public sealed class VoidTestsOnPostgreSql : VoidTests;

public sealed class WholeWayTestsOnSqlite : WholeWayTests;

[OnPostgreSql]
public sealed class WholeWayTestsOnPostgreSql : WholeWayTests;

public sealed class GroupCommitTestsOnSqlite : GroupCommitTests;

[OnPostgreSql]
public sealed class GroupCommitTestsOnPostgreSql : GroupCommitTests;

public sealed class StoreFailureTestsOnSqlite : StoreFailureTests;

[OnPostgreSql]
public sealed class StoreFailureTestsOnPostgreSql : StoreFailureTests;

public sealed class TwoHostsTestsOnSqlite : TwoHostsTests;

[OnPostgreSql]
public sealed class TwoHostsTestsOnPostgreSql : TwoHostsTests;

public sealed class CheckpointTestsOnSqlite : CheckpointTests;

[OnPostgreSql]
public sealed class CheckpointTestsOnPostgreSql : CheckpointTests;

public sealed class PersonalTestsOnSqlite : PersonalTests;

[OnPostgreSql]
public sealed class PersonalTestsOnPostgreSql : PersonalTests;

public sealed class PublicationTestsOnSqlite : PublicationTests;

[OnPostgreSql]
public sealed class PublicationTestsOnPostgreSql : PublicationTests;

public sealed class SealedLedgerTestsOnSqlite : SealedLedgerTests;

[OnPostgreSql]
public sealed class SealedLedgerTestsOnPostgreSql : SealedLedgerTests;

public sealed class ViewRebuildingTestsOnSqlite : ViewRebuildingTests;

[OnPostgreSql]
public sealed class ViewRebuildingTestsOnPostgreSql : ViewRebuildingTests;

public sealed class ContributorTestsOnSqlite : ContributorTests;

[OnPostgreSql]
public sealed class ContributorTestsOnPostgreSql : ContributorTests;

public sealed class ViewOrderTestsOnSqlite : ViewOrderTests;

[OnPostgreSql]
public sealed class ViewOrderTestsOnPostgreSql : ViewOrderTests;
