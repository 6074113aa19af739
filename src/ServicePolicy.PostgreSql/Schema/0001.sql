-- What budgets are spent. Instants are nanoseconds since 1970, exact; an open end of a period lies beyond all instants.
create table {schema}.gate (
    scope text collate "C" not null,
    subject text collate "C" not null,
    period_start numeric not null,
    period_end numeric not null,
    version bigint not null,
    spent int not null,
    last_number bigint not null,
    hold_numbers bigint[] not null,
    hold_taken numeric[] not null,
    primary key (scope, subject, period_start, period_end)
) with (fillfactor = 70);

create index gate_ended on {schema}.gate (period_end) where period_end < 1e21;

-- Cases, with what was decided last. Instants from here on are nanoseconds since 1970 in 64 bits.
create table {schema}.policy_case (
    case_id text collate "C" primary key,
    version bigint not null,
    as_of bigint not null,
    outcome text not null,
    digest bytea not null,
    edition text not null,
    catalogue text not null,
    time_zones text not null,
    closed_at bigint
) {by_hash};
{parts policy_case: fillfactor = 85}

create index policy_case_closed on {schema}.policy_case (closed_at) where closed_at is not null;

-- Every version of every fact. The facts of a case are the last of each key.
create table {schema}.case_fact (
    case_id text collate "C" not null,
    version bigint not null,
    position int not null,
    is_root boolean not null,
    fact_type text collate "C" not null,
    fact_id text collate "C" not null,
    recorded_at bigint not null,
    fact json not null,
    primary key (case_id, version, position)
) {by_hash};
{parts case_fact: fillfactor = 100}

-- When each open case next changes; whoever changes a case locks its row here first.
create table {schema}.case_due (
    case_id text collate "C" primary key,
    due bigint not null
) {by_hash};
{parts case_due: fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0}

create index case_due_due on {schema}.case_due (due);

-- Cases that could not be decided at their due; retry_at is null once nobody tries any more.
create table {schema}.case_fault (
    case_id text collate "C" primary key,
    due bigint not null,
    tries int not null,
    retry_at bigint,
    error text not null
);

create index case_fault_retry on {schema}.case_fault (retry_at) where retry_at is not null;

-- Changes to be delivered.
create table {schema}.case_change (
    case_id text collate "C" not null,
    changed_at bigint not null,
    reason text not null,
    version bigint not null,
    outcome_before text not null,
    outcome text not null,
    decision json not null,
    tries int not null,
    try_at bigint not null,
    primary key (case_id, changed_at)
) {by_hash};
{parts case_change: fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0}

create index case_change_try on {schema}.case_change (try_at, changed_at);

-- Changes that no handler would take.
create table {schema}.dead_change (
    case_id text collate "C" not null,
    changed_at bigint not null,
    reason text not null,
    version bigint not null,
    outcome_before text not null,
    outcome text not null,
    decision json not null,
    tries int not null,
    error text not null,
    primary key (case_id, changed_at)
);

-- How far open cases were decided again with new figures.
create table {schema}.reevaluation (
    name text collate "C" primary key,
    last_case text collate "C" not null,
    is_done boolean not null
);
